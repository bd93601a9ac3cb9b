package vn.motcua.dossier;

/** How the dossier came in (kênh nộp): direct, online, by public post. */
public enum Channel {
  DIRECT,
  ONLINE,
  POST,
  OTHER
}
