using System.Globalization;
using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Variations;

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
        arms = scenario.Vary switch
        {
            null => [[]],
            Variation.Listed listed => listed.Arms,
            _ => throw Invariant.Unreachable(scenario.Vary),
        };
        kept = [.. arms.Take(KeptScenarios).Select((_, arm) => new Lazy<Scenario>(() => Resolve(arm)))];
    }

    public int Count => arms.Count;

    /// <summary>The arm as a scenario of its own, which varies nothing.</summary>
    /// <param name="arm">In [0, <see cref="Count"/>).</param>
    public Scenario this[int arm] => arm < kept.Length ? kept[arm].Value : Resolve(arm);

    /// <summary>The varied keys and the arm's values.</summary>
    public IReadOnlyList<ArmValue> ValuesOf(int arm) => [.. Keys().Select(key => ValueOf(arm, key))];

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
