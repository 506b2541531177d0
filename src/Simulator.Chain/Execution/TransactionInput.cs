using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Execution;

/// <summary>What a contract may know of the transaction it runs in.</summary>
/// <param name="Hash">The transaction.</param>
/// <param name="Data">Its call data.</param>
/// <param name="Attachment">What the block carries next to it; null for most.</param>
public sealed record TransactionInput(Hash32 Hash, byte[] Data, InferenceAttachment? Attachment);
