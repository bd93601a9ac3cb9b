package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * State is found again by an operator's uid: one that is made up by Flink changes with the
 * pipeline, and the state is lost without a word.
 */
class OperatorIdsTest {

  @TempDir Path checkpoints;

  @Test
  void every_operator_has_a_uid_of_its_own() throws Exception {
    var environment = laid();
    List<StreamNode> operators = List.copyOf(environment.getStreamGraph(false).getStreamNodes());
    assertThat(operators).hasSizeGreaterThanOrEqualTo(7);
    for (StreamNode operator : operators) {
      assertThat(operator.getTransformationUID())
          .as("Give the operator “%s” a uid", operator.getOperatorName())
          .isNotBlank();
    }
    assertThat(operators.stream().map(StreamNode::getTransformationUID)).doesNotHaveDuplicates();
  }

  /** By name: renaming one forgets its state. */
  @Test
  void uids_stay_as_they_were() throws Exception {
    assertThat(
            laid().getStreamGraph(false).getStreamNodes().stream()
                .map(StreamNode::getTransformationUID))
        .contains(
            "log",
            "sorting",
            "dossiers",
            "cells",
            "dossier-rows",
            "set-aside",
            "deadline-watch",
            "term-watch");
  }

  @Test
  void the_core_alone_is_made_of_the_same_operators() throws Exception {
    JobSettings settings = settings();
    var environment =
        StreamExecutionEnvironment.getExecutionEnvironment(FiguresJob.configuration(settings));
    FiguresJob.layCore(environment, settings, 4);
    assertThat(
            environment.getStreamGraph(false).getStreamNodes().stream()
                .map(StreamNode::getTransformationUID))
        .contains("log", "sorting", "dossiers", "cells")
        .doesNotContain("dossier-rows", "set-aside", "deadline-watch", "term-watch");
  }

  @Test
  void an_operator_without_one_stops_the_job_before_it_starts() throws Exception {
    var environment = laid();
    environment.fromData(1, 2).uid("numbers").sinkTo(new DiscardingSink<>());
    assertThatThrownBy(() -> environment.getStreamGraph(false).getJobGraph())
        .hasMessageContaining("Auto generated UIDs have been disabled");
  }

  private JobSettings settings() {
    return JobSettings.from(
        Map.of(
            "MOTCUA_DB_URL", "jdbc:postgresql://nowhere/motcua",
            "MOTCUA_DB_USER", "motcua",
            "MOTCUA_KAFKA_BOOTSTRAP", "localhost:1",
            "MOTCUA_CHECKPOINT_DIR", checkpoints.toString()));
  }

  private StreamExecutionEnvironment laid() throws Exception {
    JobSettings settings = settings();
    var environment =
        StreamExecutionEnvironment.getExecutionEnvironment(FiguresJob.configuration(settings));
    FiguresJob.lay(environment, settings, 4);
    return environment;
  }
}
