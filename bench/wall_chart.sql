-- A city's plan with :objects objects in ten blocks: half of them placed in twenty rounds, a third inspected, some by the province.
CREATE FUNCTION pg_temp.key(text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5($1)::uuid $$;
CREATE FUNCTION pg_temp.segment(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT md5($1) || '/' $$;

INSERT INTO organization (id, code, name, level, kind, path, search, pinyin, created_at, updated_at)
VALUES (pg_temp.key('root'), 'A', '示例市委', 'CITY', 'PARTY_COMMITTEE', '/' || pg_temp.segment('root'), 'a', 'a', now(), now()),
       (pg_temp.key('province'), 'P', '示例省委', 'PROVINCE', 'PARTY_COMMITTEE', '/' || pg_temp.segment('province'), 'p', 'p', now(), now());

INSERT INTO organization (id, code, name, level, kind, sector_code, region_code, parent_id, path, dispatcher_id, search, pinyin, created_at, updated_at)
SELECT pg_temp.key('unit' || n), 'U' || lpad(n::text, 6, '0'), '示例单位第' || n || '号', (ARRAY['COUNTY', 'TOWNSHIP', 'VILLAGE'])[1 + n % 3], 'PARTY_COMMITTEE',
       'SECTOR' || n % 12, (350200 + n % 9)::text, pg_temp.key('root'), '/' || pg_temp.segment('root') || pg_temp.segment('unit' || n), pg_temp.key('root'),
       'u' || n, 'u' || n, now(), now()
FROM generate_series(1, :objects) n;

INSERT INTO organization (id, code, name, level, kind, parent_id, path, search, pinyin, created_at, updated_at)
VALUES (pg_temp.key('office'), 'A-OFFICE', '示例市委巡察办', 'CITY', 'INSPECTION_OFFICE', pg_temp.key('root'),
        '/' || pg_temp.segment('root') || pg_temp.segment('office'), 'o', 'o', now(), now());
INSERT INTO agency_registration (id, organization_id, agency, authority_id, starts_on, created_at, updated_at)
VALUES (pg_temp.key('registration'), pg_temp.key('office'), 'OFFICE', pg_temp.key('root'), '2016-01-01', now(), now());

INSERT INTO term (id, dispatcher_id, ordinal, name, starts_on, ends_on, created_at, updated_at)
SELECT pg_temp.key('term' || d), pg_temp.key(d), 1, '示例届', make_date(extract(year FROM now())::int - 2, 1, 1), make_date(extract(year FROM now())::int + 2, 12, 31), now(), now()
FROM unnest(ARRAY['root', 'province']) d;
INSERT INTO coverage_plan (id, term_id, dispatcher_id, kind, from_year, to_year, name, status, created_at, updated_at)
VALUES (pg_temp.key('plan'), pg_temp.key('termroot'), pg_temp.key('root'), 'FIVE_YEAR', extract(year FROM now())::int - 2, extract(year FROM now())::int + 2, '示例规划', 'ISSUED', now(), now());
INSERT INTO sector_block (id, plan_id, dispatcher_id, name, sequence, created_at, updated_at)
SELECT pg_temp.key('block' || n), pg_temp.key('plan'), pg_temp.key('root'), '板块' || n, n, now(), now() FROM generate_series(1, 10) n;
-- Four rounds a year; those of the years to come are what a schedule is proposed for.
INSERT INTO round (id, term_id, dispatcher_id, ordinal, name, year, starts_on, ends_on, created_at, updated_at)
SELECT pg_temp.key('round' || n), pg_temp.key('termroot'), pg_temp.key('root'), n + 1, '第' || n + 1 || '轮', extract(year FROM now())::int - 2 + n / 4,
       make_date(extract(year FROM now())::int - 2 + n / 4, 1 + 3 * (n % 4), 5), make_date(extract(year FROM now())::int - 2 + n / 4, 3 + 3 * (n % 4), 20), now(), now()
FROM generate_series(0, 19) n;

INSERT INTO coverage_object (id, plan_id, dispatcher_id, organization_id, block_id, object_type, required_mode, priority, first_inclusion, pilot, listed_on, created_at, updated_at)
SELECT pg_temp.key('object' || n), pg_temp.key('plan'), pg_temp.key('root'), pg_temp.key('unit' || n), pg_temp.key('block' || 1 + n % 10),
       (ARRAY['DEPARTMENT', 'SCHOOL', 'STATE_ENTERPRISE', 'VILLAGE'])[1 + n % 4], 'ROUTINE', (ARRAY['ORDINARY', 'ORDINARY', 'ORDINARY', 'HIGH'])[1 + n / 7 % 4],
       false, false, make_date(extract(year FROM now())::int - 2, 1, 10), now(), now()
FROM generate_series(1, :objects) n;
INSERT INTO plan_assignment (id, object_id, dispatcher_id, year, round_id, assigned_on, created_at, updated_at)
SELECT pg_temp.key('placed' || n), pg_temp.key('object' || n), pg_temp.key('root'), extract(year FROM now())::int - 2 + n % 8 / 4, pg_temp.key('round' || n % 8),
       make_date(extract(year FROM now())::int - 2, 2, 1), now(), now()
FROM generate_series(1, :objects) n WHERE n % 2 = 0;
INSERT INTO coverage_record (id, dispatcher_id, term_id, organization_id, object_id, round_id, kind, started_on, ended_on, reported_on, created_at, updated_at)
SELECT pg_temp.key('record' || n), pg_temp.key('root'), pg_temp.key('termroot'), pg_temp.key('unit' || n), pg_temp.key('object' || n), pg_temp.key('round' || n % 8),
       (ARRAY['ROUTINE', 'ROUTINE', 'SPECIAL'])[1 + n / 6 % 3], r.starts_on, r.ends_on, r.ends_on, now(), now()
FROM generate_series(1, :objects) n JOIN round r ON r.id = pg_temp.key('round' || n % 8) WHERE n % 3 = 0;
INSERT INTO coverage_record (id, dispatcher_id, term_id, organization_id, kind, started_on, ended_on, reported_on, created_at, updated_at)
SELECT pg_temp.key('elevated' || n), pg_temp.key('province'), pg_temp.key('termprovince'), pg_temp.key('unit' || n), 'ROUTINE',
       make_date(extract(year FROM now())::int - 1, 3, 1), make_date(extract(year FROM now())::int - 1, 4, 1), make_date(extract(year FROM now())::int - 1, 4, 20), now(), now()
FROM generate_series(1, :objects) n WHERE n % 50 = 1;

VACUUM ANALYZE;
