using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Reporting;

/// <summary>A settlement that its facilitator had reported as final, and whose block was taken back.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Transaction">Its transaction, which another block may include again.</param>
/// <param name="At">When the block was taken back.</param>
internal sealed record RevertedSettlement(string Session, Hash32 Transaction, SimTime At);
