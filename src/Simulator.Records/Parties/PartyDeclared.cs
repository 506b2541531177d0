using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>Who stands behind an address; said once, at the start.</summary>
/// <param name="Address">Chain address.</param>
/// <param name="Name">Actor or group member: <c>traders/12</c>.</param>
/// <param name="Group">Name of the group in the scenario: <c>traders</c>.</param>
/// <param name="Role">Kind of participant.</param>
public sealed record PartyDeclared(Address Address, string Name, string Group, PartyRole Role) : Observation;
