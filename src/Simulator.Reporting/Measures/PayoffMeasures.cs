using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>What groups spend outside the chains, and what is left to them of everything.</summary>
internal sealed class PayoffMeasures : MeasureSet
{
    private readonly SortedDictionary<string, OpgAmount> costs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpgAmount> slashed = new(StringComparer.Ordinal);
    private readonly FlowMeasures money = new();

    public override IReadOnlyList<Metric> Metrics { get; } =
    [
        new("costs", MetricUnit.Opg, MetricKind.Amount, "What a group spent outside the chains, at the scenario's rates")
        {
            ByGroup = true,
        },
        new("payoff", MetricUnit.Opg, MetricKind.Amount,
            "All that a group received less all that it paid, lost of its stake, and spent outside the chains")
        {
            ByGroup = true,
        },
    ];

    public override IEnumerable<MetricQuestion> Figures => costs.Keys.SelectMany<string, MetricQuestion>(group =>
    [
        new("costs", Aggregate.Value, group),
        new("payoff", Aggregate.Value, group),
    ]);

    public override void Observe(in ObservedFact fact)
    {
        money.Observe(fact);
        switch (fact.What)
        {
            case CostIncurred said: Add(costs, said.Group, said.Amount); break;
            case BondTaken said: Add(slashed, said.Party.Split('/')[0], said.Lost); break;
            case ValidatorSlashed said: Add(slashed, said.Validator.Split('/')[0], said.Lost); break;
            default: break;
        }
    }

    public override double? Amount(string metric, string? group)
    {
        if (group is null)
        {
            return null;
        }

        double spent = costs.GetValueOrDefault(group).ToDouble();
        return metric == "costs" ? spent : (money.ProfitOpg(group) ?? 0) - slashed.GetValueOrDefault(group).ToDouble() - spent;
    }

    private static void Add(SortedDictionary<string, OpgAmount> sums, string group, OpgAmount amount) =>
        sums[group] = sums.GetValueOrDefault(group) + amount;
}
