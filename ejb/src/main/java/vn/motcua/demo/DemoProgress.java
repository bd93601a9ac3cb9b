package vn.motcua.demo;

import java.time.Instant;

/**
 * How far a demo has come.
 *
 * @param dataset code of its dataset
 * @param present the demo's moment
 * @param received dossiers received so far
 * @param done things that have happened
 * @param failed things that the services refused; each is in the log
 * @param running false: it was stopped, or failed
 */
public record DemoProgress(
    String dataset,
    DemoOrder order,
    Instant present,
    long received,
    long done,
    long failed,
    boolean running) {}
