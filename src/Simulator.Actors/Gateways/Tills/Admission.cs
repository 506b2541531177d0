using Simulator.Actors.Network;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>A till's word that a request is paid, or will be.</summary>
/// <param name="facilitator">Through whom its evidence goes.</param>
/// <param name="spender">The address that stands for the payer in evidence.</param>
internal abstract class Admission(KnownFacilitator facilitator, Address spender)
{
    public KnownFacilitator Facilitator => facilitator;

    public Address Spender => spender;
}
