-- One of everything, told by hand: who filed, who owns, where it stands. Ids speak for themselves.
-- Organizations: 快手 files and proposes, 抖音 is another platform, 夜航 made the work, 青禾 made nothing here, 北京 decides, 浙江 does not.
create temp table who as select short_name as name, id, kind from organizations where short_name in ('快手', '抖音', '微信') or kind in ('national', 'association') or code in ('11', '33') or name in ('北京夜航文化传媒有限公司', '杭州青禾影视有限公司');
create function pg_temp.org(part text) returns uuid language sql as $$ select id from organizations where name like '%' || part || '%' or short_name = part $$;
create function pg_temp.member(part text) returns uuid language sql as $$ select min(id::text)::uuid from members where organization_id = pg_temp.org(part) $$;
create function pg_temp.n(k text, i int) returns uuid language sql as $$ select ('00000000-0000-4000-' || k || '-' || lpad(i::text, 12, '0'))::uuid $$;

-- Works: 1 public, 2 in draft, 3 reported by 快手 only.
insert into dramas (id, code, title, folded, producer_id, bureau_id, origin, public_since, created_at) values
  (pg_temp.n('8001', 1), 'ZP-2026-9001', '公开', '公开', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), 'registered', now(), now()),
  (pg_temp.n('8001', 2), 'ZP-2026-9002', '草稿', '草稿', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), 'registered', null, now()),
  (pg_temp.n('8001', 3), 'ZP-2026-9003', '被举报', '被举报', null, pg_temp.org('北京市广播电视局'), 'reported', null, now());
insert into episodes (drama_id, number) select id, 1 from dramas where code like 'ZP-2026-900%';
insert into reported_names (drama_id, kind, name, folded, grams) values (pg_temp.n('8001', 3), 'title', '被举报', '被举报', '{被举}');
-- 夜航 is the operator of 快手's account by its credit code, as 快手 states it.
insert into operators (id, credit_code, name, named_by_id, created_at) select pg_temp.n('8011', 1), credit_code, '夜航', pg_temp.org('快手'), now() from organization_details where organization_id = pg_temp.org('夜航');
insert into mini_programs (id, platform_id, app_id, name, created_at) values (pg_temp.n('8002', 1), pg_temp.org('快手'), 'app', '夜航剧场', now());
insert into platform_accounts (id, platform_id, account_id, handle, operator_id, created_at) values (pg_temp.n('8003', 1), pg_temp.org('快手'), 'a', '夜航', pg_temp.n('8011', 1), now());
insert into subject_names (subject_id, platform_id, name, until_at) values (pg_temp.n('8003', 1), pg_temp.org('快手'), '旧名', now());
insert into subject_statements (id, state, opened_at, subject_kind, subject_id, platform_id, operator_id, operator_name, promoters, payee_stated, phone_stated)
  values (pg_temp.n('8012', 1), 'standing', now(), 'account', pg_temp.n('8003', 1), pg_temp.org('快手'), pg_temp.n('8011', 1), '夜航', '{}', true, false);
insert into subject_ties (subject_id, tie, key, platform_id) values (pg_temp.n('8003', 1), 'payee', encode(sha256('p'::bytea), 'hex'), pg_temp.org('快手'));
insert into placements (id, drama_id, platform_id, address, seen_at) values (pg_temp.n('8004', 1), pg_temp.n('8001', 1), pg_temp.org('快手'), 'https://v.example/1', now());

-- Filings: 1 registered, 2 a draft, 3 submitted, 4 offered to 快手, 5 recorded by 快手.
insert into registrations (id, number, state, opened_at, drama_id, title, creator_id, bureau_id, issuer_id) values
  (pg_temp.n('8005', 1), 'BA-1', 'registered', now(), pg_temp.n('8001', 1), 't', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), null),
  (pg_temp.n('8005', 2), null, 'draft', now(), pg_temp.n('8001', 2), 't', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), null),
  (pg_temp.n('8005', 3), 'BA-3', 'submitted', now(), pg_temp.n('8001', 2), 't', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), null),
  (pg_temp.n('8005', 4), 'BA-4', 'offered', now(), pg_temp.n('8001', 1), 't', pg_temp.org('夜航'), pg_temp.org('北京市广播电视局'), null),
  (pg_temp.n('8005', 5), 'BA-5', 'registered', now(), pg_temp.n('8001', 1), 't', null, pg_temp.org('北京市广播电视局'), pg_temp.org('快手'));
-- Planned: 1 for 抖音, 3 and 4 for 快手, which is asked to number 4.
insert into registration_plans (registration_id, platform_id, position, pending) values (pg_temp.n('8005', 1), pg_temp.org('抖音'), 0, false), (pg_temp.n('8005', 3), pg_temp.org('快手'), 0, false), (pg_temp.n('8005', 4), pg_temp.org('快手'), 0, true);
insert into registration_contents (registration_id, turn, content, saved_at, submitted_at) select id, 1, '{}', now(), case when state <> 'draft' then now() end from registrations where id::text like '00000000-0000-4000-8005%';
insert into registration_reasons (registration_id, turn, field, reason) values (pg_temp.n('8005', 1), 1, 'synopsis', 'r'), (pg_temp.n('8005', 5), 1, 'synopsis', 'r');

-- Reports by 快手: 1 upheld on the work, 2 still filed, 3 a draft; 4 by CNSA, filed.
insert into violations (id, number, state, opened_at, title, bureau_id, source) values
  (pg_temp.n('8006', 1), 'JB-1', 'upheld', now(), 't', pg_temp.org('北京市广播电视局'), 'self_inspection'),
  (pg_temp.n('8006', 2), 'JB-2', 'filed', now(), 't', pg_temp.org('北京市广播电视局'), 'self_inspection'),
  (pg_temp.n('8006', 3), null, 'draft', now(), 't', pg_temp.org('北京市广播电视局'), 'self_inspection'),
  (pg_temp.n('8006', 4), 'JB-4', 'filed', now(), 't', pg_temp.org('北京市广播电视局'), 'association');
insert into violation_filings (violation_id, filed_at, filer_id, filed_by, filed_by_name, bureau_id)
  select id, case when state <> 'draft' then now() end, case when source = 'association' then pg_temp.org('中国网络视听节目服务协会') else pg_temp.org('快手') end, pg_temp.member('快手'), 'x', bureau_id from violations where id::text like '00000000-0000-4000-8006%';
insert into violation_subjects (id, violation_id, kind, drama_id, stage, outcome) select ('00000000-0000-4000-8007-' || right(id::text, 12))::uuid, id, 'drama', case when number = 'JB-1' then pg_temp.n('8001', 1) else pg_temp.n('8001', 3) end, 'after_airing', case when state = 'upheld' then 'upheld' end from violations where id::text like '00000000-0000-4000-8006%' and source <> 'association';
insert into violation_clauses (subject_id, violation_id, code, upheld) select id, violation_id, 'V04-02', case when outcome = 'upheld' then 'yes' end from violation_subjects where id::text like '00000000-0000-4000-8007%';
insert into violation_places (violation_id, position, episode) select id, 1, 1 from violations where id::text like '00000000-0000-4000-8006%';
insert into violation_place_notes (violation_id, position, note) select violation_id, position, 'n' from violation_places where violation_id::text like '00000000-0000-4000-8006%';
-- Files: 1 evidence, 2 handed in, 3 a sheet's picture, 4 a sighting's, 5 the poster of a public work, 6 of a filing, 7 of nothing yet.
insert into files (sha256, byte_count, media_type, stored_at) select s, 1, 'image/png', now() from unnest(array_prepend('f', array(select pg_temp.n('80b1', i)::text from generate_series(1, 7) as i))) as s;
update dramas set poster_sha = pg_temp.n('80b1', 5)::text where id = pg_temp.n('8001', 1);
update registration_contents set content = jsonb_build_object('poster', pg_temp.n('80b1', 6)) where registration_id = pg_temp.n('8005', 3);
insert into sign_in_attempts (key_hash, failures, since) values (pg_temp.n('80b2', 1)::text, 1, now());
insert into violation_evidence (id, violation_id, sha256, name, organization_id, added_by, added_at) select pg_temp.n('8008', i), pg_temp.n('8006', i), case i when 1 then pg_temp.n('80b1', 1)::text else 'f' end, 'x', pg_temp.org('快手'), pg_temp.member('快手'), now() from (values (1), (3)) as e (i);

-- The list: 1 listed, 2 proposed, 3 verified, 4 lifted; all by 快手 on 夜航's work.
insert into blacklist_entries (id, number, state, opened_at, title, bureau_id, severity, severity_proposed)
  select pg_temp.n('8009', i), 'HM-' || i, s, now(), 't', pg_temp.org('北京市广播电视局'), 3, 3 from (values (1, 'listed'), (2, 'proposed'), (3, 'verified'), (4, 'lifted')) as e (i, s);
insert into blacklist_hands (entry_id, proposed_by, verified_by, approved_by, lifted_by)
  select id, pg_temp.member('快手'), case when state <> 'proposed' then pg_temp.member('北京市广播电视局') end, case when state in ('listed', 'lifted') then pg_temp.member('国家广播电视总局') end,
  case when state = 'lifted' then pg_temp.member('快手') end from blacklist_entries where number like 'HM-_';
insert into blacklist_proposals (entry_id, violation_id, proposer_id, proposed_by_name, bureau_id, at, first) select id, pg_temp.n('8006', 1), pg_temp.org('快手'), 'x', bureau_id, now(), true from blacklist_entries where number like 'HM-_';
insert into blacklist_subjects (entry_id, drama_id, active) select id, pg_temp.n('8001', 1), number = 'HM-1' from blacklist_entries where number like 'HM-_';
insert into blacklist_clauses (entry_id, code, severity) select id, 'V04-02', 3 from blacklist_entries where number like 'HM-_';
insert into blacklist_names (entry_id, name, folded, grams, kind, active) select id, 't', 't', '{t}', 'title', true from blacklist_entries where number like 'HM-_';
-- Orders of entry 1: 抖音 has not answered, 快手 has; the deadline is ahead.
insert into takedown_orders (id, number, state, opened_at, entry_id, title, platform_id, bureau_id, severity, approved_by, ordered_due_at, removed_at) values
  (pg_temp.n('800a', 1), 'XJ-1', 'removed', now(), pg_temp.n('8009', 1), 't', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), 3, pg_temp.member('国家广播电视总局'), now() + interval '1 day', now()),
  (pg_temp.n('800a', 2), 'XJ-2', 'issued', now(), pg_temp.n('8009', 1), 't', pg_temp.org('抖音'), pg_temp.org('北京市广播电视局'), 3, pg_temp.member('国家广播电视总局'), now() + interval '1 day', null);
insert into takedown_answers (id, order_id, platform_id, bureau_id, kind, at, late) values (pg_temp.n('800b', 1), pg_temp.n('800a', 1), pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), 'removed', now(), false);
insert into penalties (id, number, state, opened_at, violation_id, target_kind, target_id, target_name, platform_id, bureau_id, clauses, rung, starts_at) values
  (pg_temp.n('800c', 1), 'CF-1', 'active', now(), pg_temp.n('8006', 1), 'account', pg_temp.n('8003', 1), '夜航', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), '{V12-04}', 'P9', now()),
  -- 2 is due before 快手, about the work; 3 it has imposed on it.
  (pg_temp.n('800c', 2), 'CF-2', 'due', now(), pg_temp.n('8006', 1), 'drama', pg_temp.n('8001', 1), '公开', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), '{V04-02}', null, null),
  (pg_temp.n('800c', 3), 'CF-3', 'active', now(), pg_temp.n('8006', 1), 'drama', pg_temp.n('8001', 1), '公开', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), '{V04-02}', 'P3', now());
insert into penalty_reasons (penalty_id, platform_id, bureau_id, severity, occurrence, guided, guide_version, ladder_version) select id, platform_id, bureau_id, 4, 'first', 'P9 P11', 'v', 'v' from penalties where id::text like '00000000-0000-4000-800c%';
-- Facts: 1 counts for 快手 in 北京, 2 for CNSA in 北京.
insert into facts (event_id, n, what, target_kind, target_id, case_noun, case_id, owner_id, bureau_id, codes, groups, standing, counts_at) values
  (pg_temp.n('800d', 1), 0, 'found', 'drama', pg_temp.n('8001', 1), 'violation', pg_temp.n('8006', 1), pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), '{V04-02}', '{V04}', 'upheld', now()),
  (pg_temp.n('800d', 2), 0, 'found', 'drama', pg_temp.n('8001', 3), 'violation', pg_temp.n('8006', 4), pg_temp.org('中国网络视听节目服务协会'), pg_temp.org('北京市广播电视局'), '{V04-02}', '{V04}', 'upheld', now());
-- Totals, folded and not: 1 of 快手 in 北京, 2 of CNSA in 北京, 3 of 夜航 in 浙江. Those that count the rows above are small and are left out.
insert into totals (measure, week, bureau_id, owner_id, part, n) select 'found', date '2020-01-06', pg_temp.org(b), pg_temp.org(o), 'upheld', 1000 + i
  from (values (1, '快手', '北京市广播电视局'), (2, '中国网络视听节目服务协会', '北京市广播电视局'), (3, '夜航', '浙江省文化广电和旅游厅')) as t (i, o, b);
insert into total_changes (measure, week, bureau_id, owner_id, part, n) select measure, week, bureau_id, owner_id, part, n from totals where n > 1000;

-- Biweekly reports of 快手: 1 signed, 2 still due.
insert into biweekly_reports (id, number, state, opened_at, title, filer_id, bureau_id, period_from, period_to, returns_to, written_by, signed_by, report_due_at)
  select pg_temp.n('8051', i), 'SZ-' || i, s, now(), 't', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), f, f + 14, 'due', case when s = 'signed' then pg_temp.member('快手') end,
  case when s = 'signed' then pg_temp.n('8052', 1) end, now() from (values (1, 'signed', date '2026-10-26'), (2, 'due', date '2026-11-09')) as e (i, s, f);
insert into biweekly_contents (report_id, seq, snapshot, counted_at, remark) select id, 1, '1:1:', now(), 'r' from biweekly_reports where id::text like '00000000-0000-4000-8051%';
insert into biweekly_figures (report_id, key, definition, value) select report_id, ':::works', '{}', 1 from biweekly_contents where report_id::text like '00000000-0000-4000-8051%';
-- Questions of 夜航 to 北京: 1 asked, 2 published. Guidance of 北京: 1 published, 2 withdrawn, 3 a draft.
insert into consultations (id, number, state, opened_at, title, topic, question, asker_id, asked_by, bureau_id, answer, answered_at)
  select pg_temp.n('80a3', i), 'WX-' || i, s, now(), 't', 'class', 'q', pg_temp.org('夜航'), pg_temp.member('夜航'), pg_temp.org('北京市广播电视局'), case when s <> 'asked' then 'a' end, case when s <> 'asked' then now() end from (values (1, 'asked'), (2, 'published')) as c (i, s);
insert into consultation_publications (consultation_id, number, bureau_id, topic, title, question, answer, clauses, published_at) values (pg_temp.n('80a3', 2), 'WX-2', pg_temp.org('北京市广播电视局'), 'class', 't', 'q', 'a', '{}', now());
insert into guidance_items (id, number, state, opened_at, kind, title, body, issuer_id, opened_by, published_by, published_at, source_name)
  select pg_temp.n('800e', i), case when s <> 'draft' then 'ZD-' || i end, s, now(), 'notice', 't', 'b', pg_temp.org('北京市广播电视局'), pg_temp.member('北京市广播电视局'), case when s <> 'draft' then pg_temp.member('浙江省文化广电和旅游厅') end, case when s <> 'draft' then now() end, 's' from (values (1, 'published'), (2, 'withdrawn'), (3, 'draft')) as g (i, s);
insert into guidance_clauses (guidance_id, code) select id, 'V04-04' from guidance_items where number like 'ZD-_' or number is null;
insert into guidance_works (guidance_id, position, title) select id, 1, 't' from guidance_items where number like 'ZD-_' or number is null;

-- Rectifications: 1 ordered by 快手 on 夜航's work, joined by 抖音, handed in once, a file more not yet; 2 by 快手 on an account of nobody here; 3 by 北京 on 夜航's work.
insert into rectifications (id, number, state, opened_at, violation_id, violation_subject_id, target_kind, target_id, title, bureau_id, producer_id, by_platform, ordered_due_at, turn)
  select pg_temp.n('8061', i), 'ZG-' || i, case i when 1 then 'handed_in' else 'ordered' end, now(), pg_temp.n('8006', 1), pg_temp.n('8007', i), k, pg_temp.n('8001', 1), 't', pg_temp.org('北京市广播电视局'), case when k = 'drama' then pg_temp.org('夜航') end, k <> 'drama', now(), case i when 1 then 1 else 0 end
  from (values (1, 'drama'), (2, 'account'), (3, 'drama')) as r (i, k);
insert into rectification_orders (rectification_id, opener_id, opened_by, platform_id, bureau_id, handed_in_by, ruled_by)
  select id, case when number = 'ZG-3' then bureau_id else pg_temp.org('快手') end, pg_temp.member('快手'), case when number <> 'ZG-3' then pg_temp.org('快手') end, bureau_id, pg_temp.member('夜航'), pg_temp.member('快手') from rectifications where id::text like '00000000-0000-4000-8061%';
insert into rectification_joiners (rectification_id, platform_id, bureau_id, joined_at) values (pg_temp.n('8061', 1), pg_temp.org('抖音'), pg_temp.org('北京市广播电视局'), now());
insert into rectification_tasks (rectification_id, position, code, what) select id, 0, 'V04-02', 'w' from rectifications where id::text like '00000000-0000-4000-8061%';
insert into rectification_turns (rectification_id, turn, handed_in_at, account) values (pg_temp.n('8061', 1), 1, now(), 'a');
insert into rectification_reasons (rectification_id, turn, position, reason) values (pg_temp.n('8061', 1), 1, 0, 'r');
insert into rectification_files (id, rectification_id, turn, sha256, name, organization_id, added_by, added_at) select pg_temp.n('8062', i), pg_temp.n('8061', 1), i, case i when 1 then pg_temp.n('80b1', 2)::text else 'f' end, 'x', pg_temp.org('夜航'), pg_temp.member('夜航'), now() from generate_series(1, 2) as i;
-- Campaigns of 总局: 1 running with a quota for 快手, 2 a draft.
insert into campaigns (id, number, state, opened_at, title, basis, from_on, to_on, target_kinds, issuer_id, opened_by, written_at, written_by, started_by)
  select pg_temp.n('8071', i), case when i = 1 then 'ZX-1' end, s, now(), 't', 'b', date '2026-11-01', date '2026-11-30', '{drama}', pg_temp.org('国家广播电视总局'), pg_temp.member('国家广播电视总局'), now(), array[pg_temp.member('国家广播电视总局')], null from (values (1, 'running'), (2, 'draft')) as e (i, s);
insert into campaign_labels (campaign_id, position, label, codes) select id, 0, 'l', '{V04-02}' from campaigns where id::text like '00000000-0000-4000-8071%';
insert into campaign_quotas (campaign_id, organization_id, figure, count) select id, pg_temp.org('快手'), 'works', 1 from campaigns where id::text like '00000000-0000-4000-8071%';
insert into campaign_figures (campaign_id, figure, label, definition, value, unknown, rows, sha256) values (pg_temp.n('8071', 1), 'works', -1, '{}', 1, 0, 1, 'x');
insert into campaign_figure_rows (campaign_id, figure, label, row_ids) values (pg_temp.n('8071', 1), 'works', -1, '{a}');

-- Monitoring by CNSA: plans 1 started, 2 a draft; frames 1 with its seed out, 2 of today; both hold 快手's; sheet 1 clean, of 北京, on order 1, sheet 2 with a finding, of 浙江.
insert into inspection_plans (id, number, state, opened_at, title, organization_id, frame, sample_size, weekdays, starts_on, opened_by, written_at, written_by, started_by)
  select pg_temp.n('8081', i), case when i = 1 then 'JK-1' end, s, now(), 't', pg_temp.org('中国网络视听节目服务协会'), 'new', 1, '{1}', current_date, pg_temp.member('中国网络视听节目服务协会'), now(), array[pg_temp.member('中国网络视听节目服务协会')], case when i = 1 then pg_temp.member('国家广播电视总局') end from (values (1, 'active'), (2, 'draft')) as p (i, s);
insert into inspection_frames (id, plan_id, plan_number, day, item_count, sample_size, content, sha256, seed_sha256, seed, frozen_at, revealed_at)
  select pg_temp.n('8082', i), pg_temp.n('8081', 1), 'JK-1', current_date - 2 + i, 1, 1, 'x', encode(sha256('x'::bytea), 'hex'), encode(sha256('s'::bytea), 'hex'), case when i = 1 then 's' end, now(), case when i = 1 then now() end from (values (1), (2)) as f (i);
insert into inspection_seeds (frame_id, seed) values (pg_temp.n('8082', 2), 's');
insert into inspection_items (frame_id, opaque_id, kind, title, platform_id, drama_id) select pg_temp.n('8082', i), pg_temp.n('8083', i), 'drama', 't', pg_temp.org('快手'), pg_temp.n('8001', 1) from (values (1), (2)) as f (i);
insert into inspection_sheets (id, number, state, opened_at, kind, title, platform_id, drama_id, order_id, organization_id, bureau_id, purpose, frame_id, plan_id, opaque_id, drawn_on, inspected_at)
  select pg_temp.n('8084', i), 'XC-' || i, s, now(), 'drama', 't', pg_temp.org('快手'), pg_temp.n('8001', 1), case i when 1 then pg_temp.n('800a', 1) end, pg_temp.org('中国网络视听节目服务协会'), pg_temp.org(b), 'sample', pg_temp.n('8082', i), pg_temp.n('8081', 1), pg_temp.n('8083', i), current_date, now() from (values (1, 'clean', '北京市广播电视局'), (2, 'found', '浙江省文化广电和旅游厅')) as x (i, s, b);
insert into inspection_findings (sheet_id, codes, note, at) values (pg_temp.n('8084', 2), '{V04-02}', 'n', now());
insert into inspection_pictures (id, sheet_id, sha256, name, added_by, added_at) values (pg_temp.n('8085', 1), pg_temp.n('8084', 2), pg_temp.n('80b1', 3)::text, 'x', pg_temp.member('中国网络视听节目服务协会'), now());
insert into takedown_sightings (id, order_id, platform_id, bureau_id, sheet_id, address, sha256, at) values (pg_temp.n('8086', 1), pg_temp.n('800a', 1), pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), pg_temp.n('8084', 1), 'https://v.example/1', pg_temp.n('80b1', 4)::text, now());
-- Announcements of 快手: 1 published, 2 proposed, 3 a draft.
insert into announcements (id, number, state, opened_at, kind, title, body, issuer_id, opened_by, written_at, written_by, proposed_by, approved_by, published_at, issue)
  select pg_temp.n('80a1', i), case when s <> 'draft' then 'GG-' || i end, s, now(), 'announcement', 't', 'b', pg_temp.org('快手'), pg_temp.member('快手'), now(), array[pg_temp.member('快手')], null, null, case when s = 'published' then now() end, case when s = 'published' then 1 end from (values (1, 'published'), (2, 'proposed'), (3, 'draft')) as e (i, s);
insert into announcement_figures (announcement_id, key, definition) select id, 'f1', '{}' from announcements where id::text like '00000000-0000-4000-80a1%';
insert into announcement_rows (announcement_id, key, position, name, target_kind, codes, counts_at) values (pg_temp.n('80a1', 1), 'f1', 0, 'n', 'drama', '{}', now());
insert into announcement_sources (announcement_id, key, position, row_id, case_id) values (pg_temp.n('80a1', 1), 'f1', 0, pg_temp.n('800d', 1) || ':0', pg_temp.n('8006', 1));
insert into announcement_counts (issuer_id, last) values (pg_temp.org('快手'), 1), (pg_temp.org('抖音'), 2), (pg_temp.org('国家广播电视总局'), 3);

-- Files of 快手: 1 recorded, its row a case of 北京's, 2 read and not confirmed.
insert into batches (id, number, state, opened_at, title, filer_id, bureau_id, sha256, byte_count, format, row_count, hidden_lines, read_by, confirmed_by)
  select pg_temp.n('80a2', i), 'DR-' || i, s, now(), 't', pg_temp.org('快手'), pg_temp.org('北京市广播电视局'), 's', 1, 'xlsx', 1, '{}', pg_temp.member('快手'), case when s = 'done' then pg_temp.member('快手') end
  from (values (1, 'done'), (2, 'read')) as b (i, s);
insert into batch_rows (batch_id, line, filer_id, reference, standing, typed, faults, violation_id, bureau_id)
  select id, 2, filer_id, 'r', case when state = 'done' then 'filed' else 'good' end, '{}', '[]', case when state = 'done' then pg_temp.n('8006', 1) end, case when state = 'done' then bureau_id end from batches where number like 'DR-_';
insert into batch_references (filer_id, reference, violation_id) values (pg_temp.org('快手'), 'r', pg_temp.n('8006', 1));
-- Organizations: 1 a platform that has applied, 2 a creator that has applied to 北京, 3 a creator that 北京 took in.
insert into organizations (id, number, state, opened_at, kind, name, short_name, bureau_id)
  select pg_temp.n('8091', i), 'JG-' || i, s, now(), k, 'o' || i, 'o' || i, pg_temp.org(b) from (values (1, 'applied', 'platform', '国家广播电视总局'), (2, 'applied', 'creator', '北京市广播电视局'), (3, 'accepted', 'creator', '北京市广播电视局')) as o (i, s, k, b);
insert into organization_details (organization_id, bureau_id) select id, bureau_id from organizations where name like 'o_';
-- What is a member's: 1 of 快手, 2 of 北京; in form keys and the log of accesses 1 is the member who asks for 快手.
insert into form_keys (member_id, key, at, outcome) values (pg_temp.member('快手'), pg_temp.n('8094', 1), now(), '{}');
insert into notices (id, member_id, kind, noun, subject_id, title, about, at) values (pg_temp.n('8093', 1), pg_temp.member('快手'), 'order_issued', 'takedown', pg_temp.n('8093', 1), 't', 'x', now());
insert into access_log (id, member_id, member_name, organization_id, noun, subject_id, what, at) values (pg_temp.n('8093', 1), pg_temp.member('快手'), 'm', pg_temp.org('快手'), 'violation', pg_temp.n('8006', 1), 'w', now());
insert into access_log (id, member_id, member_name, organization_id, noun, subject_id, what, at) values (pg_temp.n('8093', 2), pg_temp.member('浙江省文化广电和旅游厅'), 'm', pg_temp.org('浙江省文化广电和旅游厅'), 'violation', pg_temp.n('8006', 2), 'w', now());
insert into sessions (sid_hash, member_id, signed_in_at, seen_at) values (pg_temp.n('8095', 1)::text, pg_temp.member('快手'), now(), now());
insert into password_resets (token_hash, member_id, expires_at) values (pg_temp.n('8095', 2)::text, pg_temp.member('快手'), now());
insert into mails (id, recipient, subject, body, queued_at, next_at, organization_id) values (pg_temp.n('8098', 1), 'compliance@kuaishou.example', 's', 't', now(), now(), pg_temp.org('快手'));
insert into waiting (subject_id, organization_id, noun, title, step, duties, due_at, since) values (pg_temp.n('8092', 1), pg_temp.org('快手'), 'penalty', 't', 'impose', '{}', now(), now()), (pg_temp.n('8092', 2), pg_temp.org('北京市广播电视局'), 'violation', 't', 'uphold', '{}', now(), now());
insert into invitations (id, number, state, opened_at, organization_id, invited_from_id, email, duties, token_hash, expires_at) values
  (pg_temp.n('8097', 1), null, 'open', now(), pg_temp.org('快手'), pg_temp.org('快手'), 'e', '{}', 'h1', now()), (pg_temp.n('8097', 2), null, 'open', now(), pg_temp.org('北京市广播电视局'), pg_temp.org('国家广播电视总局'), 'e', '{}', 'h2', now());
-- Events: on 快手's report, 1 upheld and 2 only filed; 3 its penalty; 4 a filing of 夜航's; 5 快手 itself; 6 the entry that is listed; 7 a member of 快手's; of 夜航's public filings 8 one returned before, 9 it approved, 10 one that a platform passed over.
insert into events (id, name, noun, subject_id, at, actor_kind, detail) select pg_temp.n('8099', i), 'x', noun, subject, now(), 'house', '{}' from (values
  (1, 'violation', pg_temp.n('8006', 1)), (2, 'violation', pg_temp.n('8006', 2)), (3, 'penalty', pg_temp.n('800c', 1)), (4, 'registration', pg_temp.n('8005', 3)), (5, 'organization', pg_temp.org('快手')), (6, 'blacklist', pg_temp.n('8009', 1)), (7, 'member', pg_temp.member('快手'))) as e (i, noun, subject);
insert into event_hands (event_id, noun, subject_id, organization_id) select id, noun, subject_id, case noun when 'registration' then pg_temp.org('夜航') when 'blacklist' then pg_temp.org('国家广播电视总局') else pg_temp.org('快手') end from events where name = 'x';
insert into event_words (event_id, field, noun, subject_id, audience, organization_id, words) select h.event_id, 'reason', h.noun, h.subject_id, a, case when a in ('parties', 'regulators') then h.organization_id end, 'w' from event_hands h
  join (values (1, 'case'), (2, 'parties'), (3, 'regulators'), (4, 'parties'), (6, 'everyone')) as w (i, a) on h.event_id = pg_temp.n('8099', i);
insert into events (id, name, noun, subject_id, at, actor_kind, detail) select pg_temp.n('8099', i), name, 'registration', pg_temp.n('8005', f), now(), 'house', '{}'
  from (values (8, 'registration.returned', 1), (9, 'registration.approved', 1), (10, 'registration.passed_over', 4)) as e (i, name, f);
-- 11 what was said to those who work on the entry that is listed.
insert into events (id, name, noun, subject_id, at, actor_kind, detail) values (pg_temp.n('8099', 11), 'y', 'blacklist', pg_temp.n('8009', 1), now(), 'house', '{}');
insert into event_words (event_id, field, noun, subject_id, audience, words) values (pg_temp.n('8099', 11), 'remark', 'blacklist', pg_temp.n('8009', 1), 'case', 'w');
-- Members: 1 of 快手, 2 of 北京; last, because the first of an organization's acts above.
insert into members (id, state, opened_at, organization_id, kind, name, email, duties) select pg_temp.n('8096', i), 'active', now(), o.id, o.kind, 'm', 'm' || i || '@x.example', '{}' from (values (1, '快手'), (2, '北京市广播电视局')) as m (i, part), organizations o where o.id = pg_temp.org(part);
insert into member_secrets (member_id, password_hash, changed_at) select id, 'h', now() from members where name = 'm';
