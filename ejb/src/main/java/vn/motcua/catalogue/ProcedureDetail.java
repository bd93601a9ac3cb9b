package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.motcua.events.Channel;

/**
 * One version of a procedure (phiên bản thủ tục).
 *
 * @param id of the procedure, the same for all its versions
 * @param validFrom first day, in the dataset's zone
 * @param validTo the day after the last one; null while it is valid
 * @param limits empty: the limit is not known
 * @param sameDay the result is given on the day of receipt; null: not known
 * @param fees empty: the fee is not known, which does not mean free
 * @param channels by which it may be filed (kênh nộp hồ sơ); none named: by all
 * @param sourceSystem a ministry's own software that decides it; empty: it is decided here
 */
public record ProcedureDetail(
    int id,
    int versionId,
    String code,
    LocalDate validFrom,
    LocalDate validTo,
    String name,
    String shortName,
    String fieldCode,
    String fieldName,
    List<GovernmentLevel> levels,
    String competentAgency,
    String performingAgency,
    List<ProcedureLimit> limits,
    Basis limitBasis,
    String limitNote,
    Boolean sameDay,
    List<ProcedureFee> fees,
    Basis feeBasis,
    String feeNote,
    boolean common,
    String resultCode,
    String source,
    List<Channel> channels,
    String sourceSystem) {

  public ProcedureDetail {
    channels =
        channels.isEmpty()
            ? List.of(Channel.DIRECT, Channel.ONLINE, Channel.POST)
            : List.copyOf(channels);
  }

  /** The limit of the general case for a channel; empty: not known. */
  public Optional<ProcedureLimit> limit(Channel channel) {
    return general(limits, ProcedureLimit::channel, ProcedureLimit::appliesTo, channel);
  }

  /** The fee of the general case for a channel; empty: not known. */
  public Optional<ProcedureFee> fee(Channel channel) {
    return general(fees, ProcedureFee::channel, ProcedureFee::appliesTo, channel);
  }

  private static <T> Optional<T> general(
      List<T> all, Function<T, Channel> channelOf, Function<T, String> caseOf, Channel wanted) {
    return Stream.of(Optional.of(wanted), Optional.<Channel>empty())
        .flatMap(
            channel ->
                all.stream()
                    .filter(one -> channelOf.apply(one) == channel.orElse(null))
                    .filter(one -> caseOf.apply(one).isEmpty()))
        .findFirst();
  }
}
