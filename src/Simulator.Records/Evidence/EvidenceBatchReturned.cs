using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A batch failed; its jobs wait again and will go out with the next one.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Reason">Name of the failure.</param>
/// <param name="Rows">Jobs that wait again.</param>
/// <param name="Transaction">
/// What was broadcast before: the same rows may thus come on chain twice. Null when nothing was.
/// </param>
public sealed record EvidenceBatchReturned(string Worker, string Reason, int Rows, Hash32? Transaction) : Observation;
