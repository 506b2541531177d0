using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios;

/// <summary>Says what a scenario resolved to, and why.</summary>
public static class ScenarioExplanation
{
    /// <summary>
    /// The resolved scenario as YAML; behind every value a comment with its origin: <c>default</c>, a preset, a parent
    /// or the file with its line, or the flag.
    /// </summary>
    public static void Write(Scenario scenario, TextWriter writer)
    {
        Invariant.That(scenario.Resolution is not null);
        writer.Write(ResolvedYaml.WriteWithOrigins(scenario.Resolution));
    }

    /// <inheritdoc cref="Write(Scenario, TextWriter)"/>
    public static string Write(Scenario scenario)
    {
        using StringWriter writer = new();
        Write(scenario, writer);
        return writer.ToString();
    }
}
