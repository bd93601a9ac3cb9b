package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.motcua.analytics.job.cluster.ClusterOptions;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;

/**
 * The manifests for Kubernetes say what the processes were tested with: every option, every
 * variable, the memory, the job's class.
 */
class ManifestsTest {

  private static final Path MANIFEST = Path.of("../deploy/kubernetes/figures.yaml");

  private final List<Map<String, Object>> documents = read();

  @Test
  void options_are_those_of_the_tested_processes() {
    String text = at(one("ConfigMap", "motcua-figures"), "data", "config.yaml");
    Map<String, Object> said = new Yaml().load(text);
    Map<String, String> options = new TreeMap<>();
    said.forEach((name, value) -> options.put(name, String.valueOf(value)));
    assertThat(options).isEqualTo(ClusterOptions.onKubernetes());
    assertThat(ClusterOptions.onKubernetes())
        .as("nothing that was tested is missing")
        .containsAllEntriesOf(ClusterOptions.everywhere());
  }

  @Test
  void the_job_manager_runs_the_job_with_every_variable_that_it_reads() {
    Map<String, Object> container = container("motcua-figures-jobmanager");
    List<String> arguments = at(container, "args");
    assertThat(arguments).startsWith("standalone-job", "--job-classname", ClusterOptions.JOB_CLASS);
    Map<String, Map<String, Object>> variables = variables(container);
    assertThat(new TreeSet<>(variables.keySet()))
        .filteredOn(name -> name.startsWith("MOTCUA_"))
        .containsExactlyInAnyOrderElementsOf(JobSettings.VARIABLES);

    Map<String, String> environment = new TreeMap<>();
    variables.forEach(
        (name, variable) ->
            environment.put(
                name, String.valueOf(variable.getOrDefault("value", "from the secret"))));
    JobSettings settings = JobSettings.from(environment);
    assertThat(settings.folderOfGeneration()).as("in an object store").isEmpty();
    assertThat(settings.parallelism())
        .isLessThanOrEqualTo(ClusterOptions.SLOTS * (ClusterOptions.TASK_MANAGERS - 1));
    assertThat(settings.stateBackend()).isEqualTo("hashmap");
  }

  /** Addresses and secrets are a deployment's own; whatever else was tested is said the same. */
  @Test
  void variables_are_those_of_the_tested_processes() {
    Map<String, String> tested =
        ClusterProcesses.environment(
            JobPlatform.settings(
                new DatabaseAddress("jdbc:postgresql://db/x", "user", "word"),
                "kafka:9092",
                Path.of("checkpoints")));
    assertThat(tested.keySet()).containsExactlyInAnyOrderElementsOf(JobSettings.VARIABLES);
    Map<String, Map<String, Object>> variables = variables(container("motcua-figures-jobmanager"));
    tested.forEach(
        (name, value) -> {
          Map<String, Object> said = variables.get(name);
          assertThat(said).as(name).isNotNull();
          if (name.matches("MOTCUA_(DB_.*|KAFKA_BOOTSTRAP)")) {
            assertThat(said).as(name).containsKey("valueFrom");
          } else if (!name.equals("MOTCUA_CHECKPOINT_DIR")) {
            assertThat(said).as(name).containsEntry("value", value);
          }
        });
    // The job is laid by the JobManager alone: a TaskManager reads none of them.
    assertThat(variables(container("motcua-figures-taskmanager")).keySet())
        .noneMatch(name -> name.startsWith("MOTCUA_"));
  }

  @Test
  void secrets_come_from_a_secret() {
    for (String name : List.of("motcua-figures-jobmanager", "motcua-figures-taskmanager")) {
      variables(container(name))
          .forEach(
              (variable, entry) -> {
                if (variable.contains("PASSWORD") || variable.contains("KEY")) {
                  assertThat(entry).as(variable).doesNotContainKey("value");
                  Map<String, Object> reference = at(entry, "valueFrom", "secretKeyRef");
                  assertThat(reference).containsEntry("name", "motcua-figures");
                }
              });
    }
  }

  @Test
  void containers_have_the_memory_that_their_processes_were_tested_with() {
    assertThat(limit("motcua-figures-jobmanager"))
        .isEqualTo(MemorySize.parse(ClusterOptions.JOB_MANAGER_MEMORY));
    assertThat(limit("motcua-figures-taskmanager"))
        .isEqualTo(MemorySize.parse(ClusterOptions.TASK_MANAGER_MEMORY));
    Configuration options = Configuration.fromMap(ClusterOptions.onKubernetes());
    assertThat(JobManagerProcessUtils.processSpecFromConfig(options).getTotalProcessMemorySize())
        .isEqualTo(limit("motcua-figures-jobmanager"));
    assertThat(TaskExecutorProcessUtils.processSpecFromConfig(options).getTotalProcessMemorySize())
        .isEqualTo(limit("motcua-figures-taskmanager"));
  }

  @Test
  void as_many_as_were_tested_behind_the_address_they_are_told() {
    int jobManagers = at(one("Deployment", "motcua-figures-jobmanager"), "spec", "replicas");
    int taskManagers = at(one("Deployment", "motcua-figures-taskmanager"), "spec", "replicas");
    assertThat(jobManagers).isEqualTo(1);
    assertThat(taskManagers).isEqualTo(ClusterOptions.TASK_MANAGERS);
    Map<String, String> options = ClusterOptions.onKubernetes();
    Map<String, Object> service = one("Service", options.get("jobmanager.rpc.address"));
    List<Map<String, Object>> ports = at(service, "spec", "ports");
    assertThat(ports.stream().map(port -> String.valueOf(port.get("port"))))
        .contains(options.get("jobmanager.rpc.port"), options.get("blob.server.port"));
    for (Map<String, Object> document : documents) {
      assertThat((String) at(document, "metadata", "namespace"))
          .isEqualTo(options.get("kubernetes.namespace"));
    }
    String image = at(container("motcua-figures-jobmanager"), "image");
    assertThat((String) at(container("motcua-figures-taskmanager"), "image")).isEqualTo(image);
  }

  /** High availability lives in ConfigMaps: without this right the JobManager cannot lead. */
  @Test
  void the_account_may_write_config_maps() {
    List<Map<String, Object>> rules = at(one("Role", "motcua-figures"), "rules");
    assertThat(rules)
        .anySatisfy(
            rule -> {
              assertThat(rule.get("resources")).asInstanceOf(LIST).contains("configmaps");
              assertThat(rule.get("verbs"))
                  .asInstanceOf(LIST)
                  .contains("create", "get", "list", "watch", "update", "patch", "delete");
            });
    for (String name : List.of("motcua-figures-jobmanager", "motcua-figures-taskmanager")) {
      String account =
          at(one("Deployment", name), "spec", "template", "spec", "serviceAccountName");
      assertThat(account).isEqualTo("motcua-figures");
    }
  }

  private static final org.assertj.core.api.InstanceOfAssertFactory<
          List, org.assertj.core.api.ListAssert<Object>>
      LIST = org.assertj.core.api.InstanceOfAssertFactories.LIST;

  private static List<Map<String, Object>> read() {
    List<Map<String, Object>> documents = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(MANIFEST)) {
      for (Object document : new Yaml().loadAll(in)) {
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) document;
        documents.add(map);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return documents;
  }

  private Map<String, Object> one(String kind, String name) {
    return documents.stream()
        .filter(document -> kind.equals(document.get("kind")))
        .filter(document -> name.equals(at(document, "metadata", "name")))
        .reduce(
            (first, second) -> {
              throw new AssertionError(kind + " " + name + " is there twice");
            })
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
  }

  private Map<String, Object> container(String deployment) {
    List<Map<String, Object>> containers =
        at(one("Deployment", deployment), "spec", "template", "spec", "containers");
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  private static Map<String, Map<String, Object>> variables(Map<String, Object> container) {
    List<Map<String, Object>> said = at(container, "env");
    Map<String, Map<String, Object>> variables = new TreeMap<>();
    said.forEach(one -> variables.put((String) one.get("name"), one));
    return variables;
  }

  private MemorySize limit(String deployment) {
    String limit = at(container(deployment), "resources", "limits", "memory");
    assertThat(limit).endsWith("Mi");
    return MemorySize.parse(limit.replace("Mi", "m"));
  }

  @SuppressWarnings("unchecked")
  private static <T> T at(Map<String, Object> map, String... path) {
    Object value = map;
    for (String name : path) {
      assertThat(value).as(String.join("/", path)).isInstanceOf(Map.class);
      value = ((Map<String, Object>) value).get(name);
    }
    assertThat(value).as(String.join("/", path)).isNotNull();
    return (T) value;
  }
}
