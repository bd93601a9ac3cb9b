package vn.motcua.feedback;

/** What other laws decide. */
public enum PetitionKind {
  /** Khiếu nại, against a decision or conduct (Luật Khiếu nại 2011). */
  COMPLAINT,
  /** Tố cáo, of a breach of law (Luật Tố cáo 2018): the sender's identity is secret. */
  DENUNCIATION
}
