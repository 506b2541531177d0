using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Actors.PaymentChains;

/// <summary>Which signed authorisation a settlement call draws on.</summary>
internal readonly record struct SettledAuthorisation(Address Payer, UInt256 Nonce)
{
    /// <summary>Null for calls that settle nothing.</summary>
    public static SettledAuthorisation? Of(ContractCall? call) => call switch
    {
        UptoSettleCall upto => new SettledAuthorisation(upto.Authorization.From, upto.Authorization.Nonce),
        ExactSettleCall exact => new SettledAuthorisation(exact.Authorization.From, exact.Authorization.Nonce),
        _ => null,
    };
}
