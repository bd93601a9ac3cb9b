package vn.motcua.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.motcua.demo.DemoDay;
import vn.motcua.demo.DemoOrder;
import vn.motcua.demo.DemoProgress;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Begins and ends a demo day, and shows how far it is. */
@Named
@RequestScoped
public class DemoDayPage {

  private static final List<Integer> SPEEDS = List.of(1, 60, 300, 1_000);

  @EJB private DemoDay demo;
  @Inject private Words words;

  private String seed = "1";
  private String workingDays = "5";
  private String visitsPerDay = "400";
  private String speed = "1000";
  private DemoProgress progress;
  private String failure;

  @PostConstruct
  void read() {
    progress = demo.progress().orElse(null);
  }

  public void begin() {
    try {
      progress =
          demo.begin(
              new DemoOrder(
                  whole(seed), (int) whole(workingDays), (int) whole(visitsPerDay), speed()));
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
    }
  }

  public void end() {
    demo.end();
    read();
  }

  /** What is no number becomes one that the order refuses, in a sentence. */
  private static long whole(String text) {
    return text != null && text.strip().matches("\\d{1,9}") ? Long.parseLong(text.strip()) : -1;
  }

  private int speed() {
    return (int) whole(speed);
  }

  /** The demo day begun last, or null. */
  public DemoProgress getProgress() {
    return progress;
  }

  public boolean isRunning() {
    return progress != null && progress.running();
  }

  /** The demo's moment on the city's clock. */
  public String getPresent() {
    return words.getNotation().minute(progress.present(), Notation.CITY);
  }

  public String getFailure() {
    return failure;
  }

  public List<Integer> getSpeeds() {
    return SPEEDS;
  }

  public String getSeed() {
    return seed;
  }

  public void setSeed(String seed) {
    this.seed = seed;
  }

  public String getWorkingDays() {
    return workingDays;
  }

  public void setWorkingDays(String workingDays) {
    this.workingDays = workingDays;
  }

  public String getVisitsPerDay() {
    return visitsPerDay;
  }

  public void setVisitsPerDay(String visitsPerDay) {
    this.visitsPerDay = visitsPerDay;
  }

  public String getSpeed() {
    return speed;
  }

  public void setSpeed(String speed) {
    this.speed = speed;
  }
}
