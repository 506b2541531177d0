using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Tries to settle to its own account.</summary>
/// <remarks>The recipient is part of what the payer signed, so Permit2 recovers another signer.</remarks>
internal sealed class Redirect(FacilitatorFraud fraud, string group, Address own) : Misconduct
{
    public override (UInt256 Amount, Permit2Authorization Authorization)? Alter(
        Permit2Authorization payment, UInt256 due, IActorContext context) =>
        Cheats(fraud, group, payment, context)
            ? (due, payment with { Witness = payment.Witness with { To = own } })
            : null;
}
