using System.Globalization;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Variations;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>The arms of a scenario, in the order of its design. Safe for concurrent use.</summary>
public sealed class ArmList
{
    private const int KeptScenarios = 64;

    private readonly Scenario scenario;
    private readonly IReadOnlyList<IReadOnlyList<VariedValue>> arms;
    private readonly Lazy<Scenario>[] kept;

    /// <summary>The arms of an experiment; one arm where nothing varies.</summary>
    public ArmList(Scenario scenario)
    {
        this.scenario = scenario;
        Points = scenario.Vary is Variation.Sampled sampled ? UnitPoints.Of(sampled, scenario.Seed) : null;
        arms = scenario.Vary switch
        {
            null => [[]],
            Variation.Listed listed => listed.Arms,
            Variation.Sampled ranges => [.. Enumerable.Range(0, Points!.Runs).Select(arm => At(ranges, Points.Point(arm)))],
            _ => throw Invariant.Unreachable(scenario.Vary),
        };
        kept = [.. arms.Take(KeptScenarios).Select((_, arm) => new Lazy<Scenario>(() => Resolve(arm)))];
    }

    public int Count => arms.Count;

    /// <summary>Where the arms lie in their ranges; null for arms that the file states.</summary>
    internal IUnitDesign? Points { get; }

    /// <summary>The arm as a scenario of its own, which varies nothing.</summary>
    /// <param name="arm">In [0, <see cref="Count"/>).</param>
    /// <exception cref="InvalidDataException">Values drawn from ranges do not go together; the message says why.</exception>
    public Scenario this[int arm] => arm < kept.Length ? kept[arm].Value : Resolve(arm);

    /// <summary>The varied keys and the arm's values.</summary>
    public IReadOnlyList<ArmValue> ValuesOf(int arm) => [.. Keys().Select(key => ValueOf(arm, key))];

    /// <summary>Makes sure that every arm is a scenario before the first one is run.</summary>
    /// <inheritdoc cref="this[int]" path="/exception"/>
    public void Check()
    {
        for (int arm = 0; Points is not null && arm < Count; arm++)
        {
            _ = this[arm];
        }
    }

    private static VariedValue[] At(Variation.Sampled sampled, double[] point) =>
        [.. sampled.Ranges.Select((range, factor) => range.At(point[factor]))];

    private IEnumerable<string> Keys() =>
        arms.SelectMany(arm => arm.Select(value => value.Key)).Distinct(StringComparer.Ordinal);

    // An arm of a list may leave out a key that another one varies: then the scenario's own value counts.
    private ArmValue ValueOf(int arm, string key)
    {
        string text = arms[arm].FirstOrDefault(value => value.Key == key)?.Text ?? this[arm].ValueAt(key) ?? "";
        return CanonicalValue.Of(key, text);
    }

    private Scenario Resolve(int arm)
    {
        ScenarioLoad load = scenario.Variants is { } variants
            ? variants.Resolve(arms[arm])
            : throw Invariant.Unreachable(scenario.Question);
        return load.Scenario ?? throw new InvalidDataException(
            string.Create(CultureInfo.InvariantCulture, $"arm {arm} is no scenario: {load.Problems[0]}"));
    }
}
