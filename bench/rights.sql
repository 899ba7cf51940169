-- The viewer's right for PostGraphile, as row level security: organizations below a path, objects of issued plans of those.
CREATE ROLE viewer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO viewer;
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_object ENABLE ROW LEVEL SECURITY;
ALTER TABLE coverage_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON organization TO viewer
    USING (path >= current_setting('viewer.from') AND path < current_setting('viewer.to'));
CREATE POLICY visible ON coverage_plan TO viewer
    USING (status = 'ISSUED' AND EXISTS (SELECT 1 FROM organization o WHERE o.id = coverage_plan.dispatcher_id));
CREATE POLICY visible ON coverage_object TO viewer
    USING (EXISTS (SELECT 1 FROM coverage_plan p WHERE p.id = coverage_object.plan_id));
