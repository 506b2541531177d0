using Simulator.Chain.Execution;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Pipe;

/// <summary>The hub's event: a model's answer within the transaction that asked for it.</summary>
/// <param name="Output">ABI-encoded <see cref="ModelOutput"/>.</param>
public sealed record InferenceResult(byte[] Output) : ContractEvent
{
    public override string Signature => ModelOutput.EventSignature;
}
