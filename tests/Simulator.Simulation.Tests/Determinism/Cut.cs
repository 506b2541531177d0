using System.Collections.Concurrent;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.Determinism;

/// <summary>When a scenario's comparison ends: after 50,000 events, or with the run where the whole of it is asked for.</summary>
internal static class Cut
{
    /// <summary>Set to anything: every scenario runs to its end.</summary>
    private const string WholeRuns = "OPGSIM_WHOLE_RUNS";

    private const long Events = 50_000;

    private static readonly ConcurrentDictionary<string, Lazy<SimTime?>> Cuts = new(StringComparer.Ordinal);

    // Long enough for every actor of every scenario to have done its work; the command in docs/how-to runs them whole.
    public static SimTime? Of(Scenario scenario) => Cuts.GetOrAdd(scenario.Hash, _ => new Lazy<SimTime?>(() =>
    {
        if (Environment.GetEnvironmentVariable(WholeRuns) is not null)
        {
            return null;
        }

        using CountingTrace trace = new(Events);
        RecordedRun.Of(scenario, trace, cancellation: trace.Reached);
        return trace.LimitAt;
    })).Value;
}
