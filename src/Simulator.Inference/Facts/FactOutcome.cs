using System.Security.Cryptography;
using System.Text;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Facts;

/// <summary>The 32 bytes an outcome contributes to the facts hash. A refusal's wording is not among them.</summary>
internal static class FactOutcome
{
    public static Hash32 HashOf(InferenceOutcome outcome) => outcome switch
    {
        InferenceOutcome.Completed completed => completed.Outputs.Hash(),
        InferenceOutcome.Refused refused => OfRefusal(refused.Reason),
        _ => throw Invariant.Unreachable(outcome),
    };

    private static Hash32 OfRefusal(InferenceRefusal reason) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes($"refused/{InferenceRefusalNames.NameOf(reason)}")));
}
