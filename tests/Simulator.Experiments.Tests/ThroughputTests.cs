using Simulator.Experiments.Throughput;

namespace Simulator.Experiments.Tests;

/// <summary>
/// What many small runs cost besides their events. Bounds are wide: <c>opgsim bench experiments</c> has the narrow ones.
/// </summary>
public sealed class ThroughputTests
{
    [Fact]
    public void What_surrounds_the_events_of_a_run_costs_less_than_they_do()
    {
        using ThroughputStudy study = new();
        study.Measure(4, jobs: 2);

        ThroughputFinding finding = study.Measure(12, jobs: 2);

        Assert.Equal((12, 2), (finding.Runs, finding.Jobs));
        Assert.True(finding.Simulated > TimeSpan.Zero);
        Assert.True(finding.Prepared + finding.Told < finding.Simulated, $"{finding}");
        Assert.InRange(finding.Busy, 0.3, 1.1);
        Assert.InRange(finding.OnCore, 0.01, finding.Busy);
        Assert.True(finding.PeakBytes > 0);
    }
}
