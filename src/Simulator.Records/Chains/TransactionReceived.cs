using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>Somebody outside sent a transaction to a full node.</summary>
/// <param name="Chain">Name of the chain: <c>inference</c>.</param>
/// <param name="Transaction">Its hash.</param>
public sealed record TransactionReceived(string Chain, Hash32 Transaction) : Observation;
