using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Pipe;

/// <summary>A request that is to be sent to an inference node now.</summary>
public sealed record Dispatch(PendingInference Pending, Hash32 TeeId);
