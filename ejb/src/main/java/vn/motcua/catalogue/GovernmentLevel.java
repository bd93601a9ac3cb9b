package vn.motcua.catalogue;

/** The level of government that decides (cấp thực hiện). There is no district since 1/7/2025. */
public enum GovernmentLevel {
  MINISTRY,
  PROVINCE,
  COMMUNE,
  OTHER
}
