namespace Simulator.Reporting;

/// <summary>Everything a bundle says about a run, before it is written as JSON, CSV and HTML.</summary>
public sealed record RunSummary
{
    public required RunDescription Description { get; init; }

    public required RunResult Result { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    public required IReadOnlyList<MeasureResult> Figures { get; init; }

    /// <summary>What figures leave out at the start; null where the scenario asks for nothing of the kind.</summary>
    public WarmUpFinding? WarmUp { get; init; }

    public required RequestCounts Requests { get; init; }

    /// <summary>Refusals by the protocol's own names, ordinal.</summary>
    public required IReadOnlyDictionary<string, long> Refusals { get; init; }

    /// <summary>Why users did not accept answers, ordinal.</summary>
    public required IReadOnlyDictionary<string, long> Rejections { get; init; }

    /// <summary>Why evidence did not come on chain, ordinal.</summary>
    public IReadOnlyDictionary<string, long> EvidenceFailures { get; init; } = new SortedDictionary<string, long>();

    /// <summary>By group and name of the fraud, ordinal; empty where nobody cheats.</summary>
    public IReadOnlyList<FraudSummary> Frauds { get; init; } = [];

    /// <summary>Notices of subjects in which nobody cheated.</summary>
    public long UnfoundedNotices { get; init; }

    public required SettlementCounts Settlements { get; init; }

    /// <summary>Why settlement jobs moved no money, ordinal.</summary>
    public required IReadOnlyDictionary<string, long> SettlementRefusals { get; init; }

    /// <summary>Refused registrations of enclaves by the registry's own names, ordinal.</summary>
    public required IReadOnlyDictionary<string, long> RegistrationRefusals { get; init; }

    public required Supply Supply { get; init; }

    public required IReadOnlyList<Flow> Flows { get; init; }

    /// <summary>A run at epoch level, without requests of its own.</summary>
    public bool IsEconomy => Figure(EconomyMetrics.Served) is not null;

    /// <summary>The worst outcome decides: fail, then inconclusive. Pass when there is no verdict at all.</summary>
    public VerdictOutcome Outcome =>
        Verdicts.Select(verdict => verdict.Outcome).DefaultIfEmpty(VerdictOutcome.Pass).Min();

    /// <summary>The figure with this name; null when it was not asked for.</summary>
    public MeasureResult? Figure(string expression) =>
        Figures.FirstOrDefault(figure => figure.Question.ToString() == expression);

    /// <summary>Judges the verdicts and asks for every figure of a run that has ended.</summary>
    public static RunSummary Of(RunDescription description, RunResult result, Measures measures)
    {
        VerdictJudge judge = new(measures, result.Checkers);
        IEnumerable<MetricQuestion> asked = description.ExtraMetrics
            .Concat(result.Verdicts.OfType<MetricVerdictRequest>().Select(verdict => verdict.Question))
            .Concat(result.Verdicts.OfType<ClosedFormVerdictRequest>()
                .Select(verdict => verdict.Question).OfType<MetricQuestion>());
        return new RunSummary
        {
            Description = description,
            Result = result,
            Verdicts = [.. result.Verdicts.Select(judge.Decide)],
            Figures = [.. StandardFigures.Of(measures, asked).Select(measures.Evaluate)],
            WarmUp = measures.WarmUp,
            Requests = measures.Requests,
            Refusals = measures.Refusals,
            Rejections = measures.Rejections,
            EvidenceFailures = measures.Evidence.Failures,
            Frauds = measures.Frauds,
            UnfoundedNotices = measures.UnfoundedNotices,
            Settlements = measures.Settlements,
            SettlementRefusals = measures.SettlementRefusals,
            RegistrationRefusals = measures.RegistrationRefusals,
            Supply = measures.Supply,
            Flows = [.. measures.Flows],
        };
    }
}
