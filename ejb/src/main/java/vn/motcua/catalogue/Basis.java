package vn.motcua.catalogue;

/** How well a limit or fee is founded. Screens show anything but PUBLISHED with a mark. */
public enum Basis {
  PUBLISHED,
  LIKELY,
  UNSURE
}
