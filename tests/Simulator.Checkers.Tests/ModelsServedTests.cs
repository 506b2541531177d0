using Simulator.Checkers.Scheduling;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class ModelsServedTests
{
    [Fact]
    public void A_declared_model_may_be_computed_and_whoever_declares_nothing_may_compute_all()
    {
        ModelsServed checker = Facts.Judge(
            new ModelsServed(),
            new ModelsDeclared("nodes/1", ["volatility@1.2"]),
            Computed("nodes/1", "volatility@1.2"),
            Computed("nodes/2", "volatility-int8@1.2"));

        Assert.Equal((0L, 1L), (checker.ViolationCount, checker.Judged));
    }

    [Fact]
    public void Another_model_than_the_declared_ones_is_seen()
    {
        ModelsServed checker = Facts.Judge(
            new ModelsServed(),
            new ModelsDeclared("nodes/1", ["volatility@1.2"]),
            Computed("nodes/1", "volatility-int8@1.2"));

        Assert.Equal(
            "nodes/1 computed volatility-int8@1.2 and declares volatility@1.2", Assert.Single(checker.Violations).What);
    }

    private static InferenceCompleted Computed(string node, string model) => new(
        new RequestId("users/1", 1), node, model, "blob", Hash32.Zero, Hash32.Zero, SimDuration.Zero, SimDuration.Zero);
}
