package vn.motcua.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import vn.motcua.outbox.PipelineStatus;

/**
 * Ready as soon as the database answers. Kafka, the stream and the relay only degrade the figures,
 * so they are told but never make the counter unready.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  @EJB private PipelineStatus pipeline;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("motcua");
    try {
      PipelineStatus.Report report = pipeline.report();
      return answer
          .withData("database", "up")
          .withData("kafka", report.kafka())
          .withData("relayLagEvents", report.relayLag())
          .withData("stream", report.stream())
          .withData("streamAgeMillis", report.streamAgeMillis())
          .withData("referee", report.referee())
          .up()
          .build();
    } catch (RuntimeException e) {
      return answer.withData("database", "down").down().build();
    }
  }
}
