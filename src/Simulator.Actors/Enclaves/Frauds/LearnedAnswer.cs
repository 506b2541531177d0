using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>What an enclave once answered honestly.</summary>
/// <param name="Outputs">Of the model.</param>
/// <param name="Proof">Under that answer.</param>
internal sealed record LearnedAnswer(TensorSet Outputs, SignedResponse Proof);
