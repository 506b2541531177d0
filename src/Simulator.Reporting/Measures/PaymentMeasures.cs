using System.Numerics;
using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What a mode of payment costs: time before serving, transactions, fees, debts, capital that lies idle.</summary>
internal sealed class PaymentMeasures : MeasureSet
{
    private const string PaymentChain = "payment";
    private const double WeiPerGwei = 1e9;

    private readonly SortedDictionary<RequestId, SimTime> issued = [];
    private readonly SortedDictionary<string, OpgAmount> holdings = new(StringComparer.Ordinal);
    private readonly ObservationSeries admission = new();
    private OpgAmount badDebt;
    private OpgAmount lateDebt;
    private OpgAmount held;
    private BigInteger heldTime;
    private SimTime heldSince;
    private SimTime end;
    private UInt128 fees;
    private long transactions;
    private long accepted;
    private long unpaid;

    public override IReadOnlyList<Metric> Metrics => PaymentMetrics.All;

    public override IEnumerable<MetricQuestion> Figures => admission.Count == 0 ? [] :
    [
        new(PaymentMetrics.Admission, Aggregate.Mean),
        .. Metrics.Where(metric => metric.Kind == MetricKind.Amount)
            .Select(metric => new MetricQuestion(metric.Name, Aggregate.Value)),
        new(PaymentMetrics.Unpaid, Aggregate.Value),
    ];

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case RequestIssued said: issued[said.Request] = fact.At; break;
            case RequestAdmitted said: Admit(said.Request, fact.At); break;
            case RequestFinished said: Finish(said); break;
            case SessionCharged { Accepted: false }: unpaid++; break;
            case CapitalHeld said: Hold(said, fact.At); break;
            case DebtWrittenOff said: (badDebt, unpaid) = (badDebt + said.Amount, unpaid + said.Answers); break;
            case DebtRecovered said: Recover(said); break;
            case TransactionExecuted { Chain: PaymentChain } said:
                (transactions, fees) = (transactions + 1, fees + said.Fee);
                break;
            default: break;
        }
    }

    public override void Complete(SimTime end)
    {
        this.end = end;
        Accrue(end);
    }

    public override ObservationSeries? Series(string metric, string? group) => admission;

    public override long CountOf(string metric, string? group) => unpaid;

    public override double? Amount(string metric, string? group) => metric switch
    {
        PaymentMetrics.BadDebt => badDebt.ToDouble(),
        PaymentMetrics.LateDebt => lateDebt.ToDouble(),
        PaymentMetrics.Capital => end == SimTime.Start ? null : (double)heldTime / (end - SimTime.Start).Nanoseconds / 1e18,
        PaymentMetrics.Transactions => accepted == 0 ? null : (double)transactions / accepted,
        PaymentMetrics.Fees => accepted == 0 ? null : (double)fees / WeiPerGwei / accepted,
        _ => throw Invariant.Unreachable(metric),
    };

    // A request that is sent to another node counts once, for its first admission.
    private void Admit(RequestId request, SimTime at)
    {
        if (issued.Remove(request, out SimTime since))
        {
            admission.Add((at - since).TotalSeconds);
        }
    }

    private void Recover(DebtRecovered said)
    {
        badDebt -= said.Amount;
        lateDebt += said.Amount;
        unpaid -= said.Answers;
    }

    private void Finish(RequestFinished said)
    {
        issued.Remove(said.Request);
        accepted += said.Fate == RequestFate.Accepted ? 1 : 0;
    }

    private void Hold(CapitalHeld said, SimTime at)
    {
        Accrue(at);
        OpgAmount before = holdings.GetValueOrDefault(said.Arrangement);
        held = held - before + said.Amount;
        if (said.Amount.IsZero)
        {
            holdings.Remove(said.Arrangement);
        }
        else
        {
            holdings[said.Arrangement] = said.Amount;
        }
    }

    private void Accrue(SimTime at)
    {
        heldTime += (BigInteger)held.BaseUnits * (at - heldSince).Nanoseconds;
        heldSince = at;
    }
}
