package vn.motcua.organisation;

import java.util.List;

/** Kinds of bodies (loại đơn vị). */
public enum UnitKind {
  /** Trung tâm Phục vụ hành chính công. */
  CENTRE,
  /** Chi nhánh. */
  BRANCH,
  /** Điểm tiếp nhận. */
  POINT,
  /** Điểm phục vụ hành chính công xã, phường. */
  COMMUNE_POINT,
  /** Ki-ốt tự phục vụ. */
  KIOSK,
  /** Xe lưu động. */
  VAN,
  /** Đại lý dịch vụ công trực tuyến. */
  AGENT,
  /** Phường, xã; before 1/7/2025 also thị trấn. */
  COMMUNE,
  /** Quận, huyện, thị xã: until 30/6/2025. */
  DISTRICT,
  /** Sở, ban, ngành. */
  DEPARTMENT,
  /** A body of a department, or beside them: văn phòng đăng ký đất đai, ban quản lý. */
  OFFICE;

  /** Kinds of places below a branch where it receives too, in the order they are offered in. */
  public static final List<UnitKind> POINTS = List.of(POINT, COMMUNE_POINT, KIOSK, VAN, AGENT);
}
