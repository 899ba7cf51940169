-- 50,000 organizations and 200,000 coverage objects: one city, 20,000 counties on ten object lists each, and villages below.
CREATE FUNCTION pg_temp.key(text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5($1)::uuid $$;
CREATE FUNCTION pg_temp.segment(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT md5($1) || '/' $$;

INSERT INTO organization (id, code, name, level, kind, path, search, pinyin, created_at, updated_at)
VALUES (pg_temp.key('root'), 'A', '示例市委', 'CITY', 'PARTY_COMMITTEE', '/' || pg_temp.segment('root'), 'a', 'a', now(), now());

INSERT INTO organization (id, code, name, short_name, level, kind, region_code, parent_id, path, dispatcher_id, established_on, search, pinyin, created_at, updated_at)
SELECT pg_temp.key('county' || n), 'C' || lpad(n::text, 5, '0'), '示例单位第' || n || '号', CASE WHEN n % 3 = 0 THEN '示例' || n END,
       'COUNTY', 'PARTY_COMMITTEE', '350200', pg_temp.key('root'), '/' || pg_temp.segment('root') || pg_temp.segment('county' || n),
       pg_temp.key('root'), date '2000-01-01' + n % 5000, 'c' || n, 'c' || n, now(), now()
FROM generate_series(1, 20000) n;

INSERT INTO organization (id, code, name, level, kind, parent_id, path, search, pinyin, created_at, updated_at)
SELECT pg_temp.key('village' || n), 'V' || lpad(n::text, 5, '0'), '示例村第' || n || '号', 'VILLAGE', 'VILLAGE', pg_temp.key('county' || (n % 20000 + 1)),
       '/' || pg_temp.segment('root') || pg_temp.segment('county' || (n % 20000 + 1)) || pg_temp.segment('village' || n), 'v' || n, 'v' || n, now(), now()
FROM generate_series(1, 29998) n;

INSERT INTO organization (id, code, name, level, kind, parent_id, path, search, pinyin, created_at, updated_at)
VALUES (pg_temp.key('discipline'), 'B-DISCIPLINE', '示例市纪委监委', 'CITY', 'DISCIPLINE_COMMISSION', pg_temp.key('root'),
        '/' || pg_temp.segment('root') || pg_temp.segment('discipline'), 'b', 'b', now(), now());

INSERT INTO agency_registration (id, organization_id, agency, authority_id, starts_on, created_at, updated_at)
VALUES (pg_temp.key('registration'), pg_temp.key('discipline'), 'DISCIPLINE', pg_temp.key('root'), '2016-01-01', now(), now());

INSERT INTO term (id, dispatcher_id, ordinal, name, starts_on, ends_on, created_at, updated_at)
VALUES (pg_temp.key('term'), pg_temp.key('root'), 1, '示例届', '2011-01-01', '2030-12-31', now(), now());

INSERT INTO coverage_plan (id, term_id, dispatcher_id, kind, from_year, to_year, name, status, created_at, updated_at)
SELECT pg_temp.key('plan' || n), pg_temp.key('term'), pg_temp.key('root'), 'FIVE_YEAR', 2010 + n, 2014 + n, '示例规划' || n, 'ISSUED', now(), now()
FROM generate_series(1, 10) n;

INSERT INTO coverage_object (id, plan_id, dispatcher_id, organization_id, object_type, required_mode, priority, priority_reason, first_inclusion, pilot, listed_on, created_at, updated_at)
SELECT pg_temp.key('object' || n || '-' || p), pg_temp.key('plan' || p), pg_temp.key('root'), pg_temp.key('county' || n), 'DEPARTMENT', 'ROUTINE',
       (ARRAY['ORDINARY', 'HIGH', 'FIRST'])[1 + (n + p) % 3], CASE WHEN p % 2 = 0 THEN '示例理由' END, p = 1, n % 7 = 0, make_date(2010 + p, 1, 1 + n % 28), now(), now()
FROM generate_series(1, 20000) n, generate_series(1, 10) p;

VACUUM ANALYZE;
