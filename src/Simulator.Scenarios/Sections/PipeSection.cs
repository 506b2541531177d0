using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>chains.inference.pipe:</c></summary>
internal static class PipeSection
{
    private static readonly Key<int> Deadline = new("deadline", Shapes.Integer(1, 100_000))
    {
        Documentation = "Blocks after which an on-chain request without a result is given up; its transaction is then "
            + "included and reverts with InferenceTimedOut.",
        Default = "10",
        Claim = Claim.Assumption(
            "A-330", "ten seconds of blocks: a hundred times one ML inference, and a tenth of the client library's wait"),
        Example = "10",
    };

    private static readonly Key<int> Executions = new("executions", Shapes.Integer(1, 1_000))
    {
        Documentation = "Inference nodes that are given each on-chain request at once; the first valid result counts.",
        Default = "1",
        Claim = Claim.Assumption("A-331", "an enclave's signature is believed, so that one execution is enough"),
        Example = "1",
    };

    private static readonly Key<int> Retry = new("retry", Shapes.Integer(1, 100_000))
    {
        Documentation = "Blocks after which an unanswered on-chain request is given to one inference node more.",
        Default = "4",
        Claim = Claim.Assumption("A-332", "two further nodes have a turn before the deadline of ten blocks"),
        Example = "4",
    };

    public static readonly Section<InferencePipeSettings> Shape = new(
        "the inference mempool",
        [Deadline, Executions, Retry],
        values => new InferencePipeSettings
        {
            Deadline = values.Get(Deadline),
            Executions = values.Get(Executions),
            Retry = values.Get(Retry),
        });
}
