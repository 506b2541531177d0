using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Settles the signed maximum whatever was used; every other time, by draw, one atto-OPG more than that.</summary>
/// <remarks>
/// An upto signature allows any amount up to its maximum, so the first goes through, to the node's advantage. The second
/// the proxy reverts.
/// </remarks>
internal sealed class Overcharge(FacilitatorFraud fraud, string group) : Misconduct
{
    public override (UInt256 Amount, Permit2Authorization Authorization)? Alter(
        Permit2Authorization payment, UInt256 due, IActorContext context)
    {
        if (due >= payment.Amount || !Cheats(fraud, group, payment, context))
        {
            return null;
        }

        bool isGreedy = context.Random.Draw(Draws.Overcharge, (ulong)(payment.Nonce.Low & ulong.MaxValue)).Below(2) == 1;
        return (isGreedy ? payment.Amount + UInt256.One : payment.Amount, payment);
    }
}
