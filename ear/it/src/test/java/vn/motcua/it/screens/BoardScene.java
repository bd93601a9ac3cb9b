package vn.motcua.it.screens;

import vn.motcua.it.running.Database;

/**
 * A dataset with the figures of a busy city, written straight into the read model: twelve branches
 * with long names, fifteen fields, seventy days up to today and the next one, in case midnight
 * comes between; seven digits where they can occur. Today counts as a working day.
 */
final class BoardScene {

  static final String DATASET = "board-scene";

  private static final String BODIES =
      """
      with d as (
        insert into dataset (code, name, kind, zone, status)
        values ('board-scene', 'Thành phố mẫu', 'DEMO', 'Asia/Ho_Chi_Minh', 'ACTIVE')
        returning id),
      b as (
        insert into unit (dataset_id, code, name, kind)
        select d.id, 'cn-' || n, 'Chi nhánh ' || name, 'BRANCH'
        from d, unnest(array['Tây Hồ', 'Cầu Giấy – Thanh Xuân', 'Ba Vì – Sơn Tây – Thạch Thất',
          'Đông Anh – Mê Linh – Sóc Sơn', 'Hoài Đức – Phúc Thọ – Đan Phượng',
          'Hà Đông – Chương Mỹ – Quốc Oai', 'Thanh Oai – Ứng Hòa – Mỹ Đức',
          'Thường Tín – Phú Xuyên – Thanh Trì', 'Hoàng Mai – Hai Bà Trưng',
          'Nam Từ Liêm – Bắc Từ Liêm', 'Long Biên – Gia Lâm',
          'Đống Đa – Hoàn Kiếm – Ba Đình']) with ordinality u (name, n)
        returning id)
      insert into field (dataset_id, code, name)
      select d.id, 'lv-' || n, name
      from d, unnest(array['Hộ tịch', 'Chứng thực', 'Đất đai', 'Thành lập và hoạt động doanh nghiệp',
        'Lý lịch tư pháp', 'Đường bộ', 'Hoạt động xây dựng', 'Bảo trợ xã hội', 'Người có công',
        'Lưu thông hàng hóa trong nước', 'Môi trường', 'Đấu thầu, lựa chọn nhà đầu tư',
        'Khám bệnh, chữa bệnh', 'Giáo dục trung học', 'Việc làm']) with ordinality f (name, n)
      """;

  private static final String FIGURES =
      """
      insert into board_day (generation, dataset_id, day, branch_id, field_id, open_in, open_out,
        overdue_in, overdue_out, received, resolved, dated_resolved, on_time, late, closed,
        due_fallen, due_late, steps_baseline, steps_passed, minutes_baseline, minutes_used,
        papers_baseline, papers_brought, episodes, second_requests, rechecks, rated, answers,
        satisfied, trust_answers, trusting, tablet_ratings, returned)
      select (select active_generation from read_model), x.dataset_id, x.day, x.branch, x.field, r + 1, r, l, l - case when k % 41 = 0 then l else 0 end, r + 1, r, r, r - l, l, 0,
             r, l, 6 * r, 6 * r - r * (10 + k % 13) / 10, 960 * r, 960 * r - 9 * r * (15 + k % 17),
             5 * r, 5 * r - r * (20 + k % 12) / 10, r, case when k % 29 = 0 then 1 else 0 end,
             case when k % 11 = 0 then 1 else 0 end, r / 3, 5 * (r / 3),
             5 * (r / 3) - (r / 3) * (k % 10) / 8, r / 3, (r / 3) * 8 / 10, r / 20, r * 9 / 10
      from (
        select b.dataset_id, t.day::date as day, b.id as branch, f.id as field,
               abs(hashtext(b.code || f.code || t.day::date)) % 1000 as k,
               (case when extract(isodow from t.day) > 5 and t.day < today.day then 2
                     else 8 + abs(hashtext(f.code)) % 90 + abs(hashtext(b.code || t.day)) % 9 end)
                 as r,
               (case when extract(isodow from t.day) > 5 and t.day < today.day then 0
                     else abs(hashtext(b.code || f.code || t.day)) %
                          (2 + abs(hashtext(b.code)) % 5 + abs(hashtext(f.code)) % 4) end) as l
        from dataset d
        join unit b on b.dataset_id = d.id
        join field f on f.dataset_id = d.id
        cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today
        cross join generate_series(today.day - 69, today.day + 1, interval '1 day') t (day)
        where d.code = 'board-scene'
      ) x
      """;

  private static final String DOSSIERS =
      """
      insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
                           received_at, sequence)
      select 9000000 + n, d.id, '000.00.00.H26-2611' || lpad(n::text, 6, '0'), f.id, b.id, b.id,
             'DIRECT', 'OPEN', now() - interval '30 days', 1
      from dataset d
      join lateral (select id from unit where dataset_id = d.id order by id limit 1) b on true
      join lateral (select id from field where dataset_id = d.id order by id limit 1) f on true
      cross join generate_series(1, 137) n
      where d.code = 'board-scene'
      """;

  private static final String FACTS =
      """
      insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
        field_id, procedure_id, channel, class, received_at, due_at, original_due_at, overdue_since)
      select (select active_generation from read_model), id, dataset_id, 1, unit_id, branch_id, field_id, 0, 'DIRECT', 'OVERDUE', received_at,
             now() - (id % 20) * interval '19 hours', now() - (id % 20) * interval '19 hours',
             now() - (id % 20) * interval '19 hours'
      from dossier
      where dataset_id = (select id from dataset where code = 'board-scene')
      """;

  /** Times of 1,4 to 12 days, a few quick steps; the last branch has too few cases to be ranked. */
  private static final String INDICATORS =
      """
      insert into indicator_day (generation, dataset_id, indicator, day, body_id, field_id, bucket,
        value)
      select (select active_generation from read_model), d.id, s.indicator, t.day::date, b.id, f.id,
             case when s.ranges then 72 + abs(hashtext(b.code || f.code || t.day)) % 20 else 0 end,
             case when b.code = 'cn-12' and t.day < now() - interval '1 day' then 0
                  else s.n + abs(hashtext(s.indicator || b.code || t.day)) % s.more end
      from dataset d
      join unit b on b.dataset_id = d.id
      join lateral (select id, code from field where dataset_id = d.id order by id limit 3) f on true
      cross join (values ('FLOW_ELAPSED', true, 3, 9), ('RESULT_WAIT', true, 1, 5),
        ('ACCEPTED', false, 20, 9), ('ACCEPTED_ONCE', false, 15, 5), ('STEPPED', false, 10, 1),
        ('STEPS', false, 50, 9), ('QUICK_STEPS', false, 0, 3), ('HAND_OVERS', false, 11, 9))
        s (indicator, ranges, n, more)
      cross join generate_series(
             (now() at time zone 'Asia/Ho_Chi_Minh')::date - 30,
             (now() at time zone 'Asia/Ho_Chi_Minh')::date + 1, interval '1 day') t (day)
      where d.code = 'board-scene'
      """;

  private static final String SHOWN =
      """
      select count(*) from board_day b join dataset d on d.id = b.dataset_id
      join read_model on active_generation = b.generation where d.code = 'board-scene'
      """;

  private BoardScene() {}

  /** Makes it, once; its figures again where another generation of the read model is shown. */
  static synchronized void prepare() {
    if (Database.number("select count(*) from dataset where code = 'board-scene'") == 0) {
      Database.change(BODIES);
      Database.change(DOSSIERS);
    }
    if (Database.number(SHOWN) == 0) {
      Database.change(FIGURES);
      Database.change(FACTS);
      Database.change(INDICATORS);
    }
  }

  /** As the stream would: a change, and its bell. */
  static void receiveOneMore() {
    int changed =
        Database.change(
            """
        update board_day b set received = received + 1
        from dataset d where d.id = b.dataset_id and d.code = 'board-scene' and b.ctid =
          (select min(c.ctid) from board_day c
           where c.generation = (select active_generation from read_model)
             and c.dataset_id = d.id and c.day = (now() at time zone 'Asia/Ho_Chi_Minh')::date)
        """);
    if (changed != 1) {
      throw new IllegalStateException(changed + " rows of today");
    }
    Database.text(
        "select pg_notify('figures', id::text)::text from dataset where code = 'board-scene'");
  }
}
