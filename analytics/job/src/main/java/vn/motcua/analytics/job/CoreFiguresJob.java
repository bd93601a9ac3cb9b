package vn.motcua.analytics.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job counting the core figures and nothing else, with the operators, the settings and the sink
 * of {@link FiguresJob}. It is there to be measured beside others that count no more (module {@code
 * analytics/bench}); the read model that it writes has a board only and is never shown.
 */
public final class CoreFiguresJob {

  private CoreFiguresJob() {}

  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.from(System.getenv());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(FiguresJob.configuration(settings));
    Prerequisites.awaitReadModel(settings.database());
    FiguresJob.layCore(environment, settings, Prerequisites.awaitLog(settings.kafkaBootstrap()));
    environment.execute("core-figures-generation-" + settings.generation());
  }
}
