package vn.motcua.reception;

/** How the applicant wants the result (hình thức nhận kết quả). */
public enum ReturnChannel {
  COUNTER,
  POST,
  ELECTRONIC
}
