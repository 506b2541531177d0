using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Lets only what began after the warm-up through to the measures.</summary>
/// <remarks>
/// Where the warm-up is to be found, what has ended waits until the run is over or <see cref="MostWaiting"/> requests
/// have been accepted: a warm-up that lasted longer than those could not be told from a world that never settles.
/// </remarks>
internal sealed class WarmUpCut
{
    public const int MostWaiting = 100_000;

    private readonly WarmUp? rule;
    private readonly SimDuration bin;
    private readonly Action<RequestRecord> measure;
    private readonly Action<SettlementRecord> measureSettlement;
    private readonly Action<SimTime> leaveOutBefore;
    private readonly List<RequestRecord> requests = [];
    private readonly List<SettlementRecord> settlements = [];
    private int accepted;
    private SimTime? from;

    /// <param name="rule">What is to be left out; null for nothing.</param>
    /// <param name="bin">A warm-up that is found ends where a bin of this width does.</param>
    /// <param name="measure">Told of requests made after the warm-up, in the order of their ends.</param>
    /// <param name="measureSettlement">Told of settlements whose last charge was after it.</param>
    /// <param name="leaveOutBefore">Told once when it ends, if there is one.</param>
    public WarmUpCut(
        WarmUp? rule,
        SimDuration bin,
        Action<RequestRecord> measure,
        Action<SettlementRecord> measureSettlement,
        Action<SimTime> leaveOutBefore)
    {
        (this.rule, this.bin) = (rule, bin);
        (this.measure, this.measureSettlement, this.leaveOutBefore) = (measure, measureSettlement, leaveOutBefore);
        if (rule is not WarmUp.Mser5)
        {
            Begin(rule is WarmUp.Stated stated ? stated.Length : SimDuration.Zero);
        }
    }

    /// <summary>Null where nothing is to be left out, or it is not known yet.</summary>
    public WarmUpFinding? Finding { get; private set; }

    public void Hear(RequestRecord request)
    {
        if (from is { } start)
        {
            Pass(request, start);
            return;
        }

        requests.Add(request);
        accepted += request.Fate == RequestFate.Accepted ? 1 : 0;
        if (accepted == MostWaiting)
        {
            Decide();
        }
    }

    public void Hear(SettlementRecord settlement)
    {
        if (from is { } start)
        {
            Pass(settlement, start);
        }
        else
        {
            settlements.Add(settlement);
        }
    }

    /// <summary>The run is over: what waited is let through or left out.</summary>
    public void Complete()
    {
        if (from is null)
        {
            Decide();
        }
    }

    private void Decide()
    {
        RequestRecord[] series = [.. requests.Where(request => request.Fate == RequestFate.Accepted)];
        Mser5 cut = Mser5.Of([.. series.Select(request => request.EndToEnd!.Value.TotalSeconds)]);
        Begin(cut.Dropped == 0 ? SimDuration.Zero : RoundUp(series[cut.Dropped].IssuedAt), cut.Found);
        requests.ForEach(request => Pass(request, from!.Value));
        settlements.ForEach(settlement => Pass(settlement, from!.Value));
        requests.Clear();
        settlements.Clear();
    }

    private void Begin(SimDuration leftOut, bool isSettled = true)
    {
        from = SimTime.Start + leftOut;
        Finding = rule is null ? null : new WarmUpFinding(leftOut, rule is WarmUp.Mser5, isSettled);
        if (leftOut > SimDuration.Zero)
        {
            leaveOutBefore(from.Value);
        }
    }

    private void Pass(RequestRecord request, SimTime start)
    {
        if (request.IssuedAt >= start)
        {
            measure(request);
        }
    }

    private void Pass(SettlementRecord settlement, SimTime start)
    {
        if ((settlement.LastChargeAt ?? settlement.OpenedAt) >= start)
        {
            measureSettlement(settlement);
        }
    }

    private SimDuration RoundUp(SimTime at) =>
        bin * ((at.NanosecondsSinceStart + bin.Nanoseconds - 1) / bin.Nanoseconds);
}
