using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Sponsoring;

public sealed class SponsoringTests
{
    private static readonly Address Token = Deployments.OpgToken;
    private static readonly PrivateKey Stranger = PrivateKey.FromSeed("stranger");

    // In the order of the reference facilitator; every one beside the first presumes those before it hold.
    internal static readonly (string? Error, Func<Eip2612Sponsoring, Eip2612Sponsoring> Change)[] PermitCases =
    [
        (null, info => info),
        ("invalid_eip2612_extension_format", info => info with { From = "0x12" }),
        ("invalid_eip2612_extension_format", info => info with { Amount = "0x10" }),
        ("invalid_eip2612_extension_format", info => info with { Signature = "none" }),
        ("invalid_eip2612_extension_format", info => info with { Version = "1." }),
        ("eip2612_from_mismatch", info => info with { From = Token.ToString() }),
        ("eip2612_asset_mismatch", info => info with { Asset = Deployments.UsdcBase.ToString() }),
        ("eip2612_spender_not_permit2", info => info with { Spender = Deployments.UptoProxy.ToString() }),
        ("eip2612_deadline_expired", info => info with { Deadline = "1770000005" }),
        ("permit2_simulation_failed", info => info with { Signature = "0x1234" }),
    ];

    internal static readonly (string? Error, Func<Erc20ApprovalSponsoring, Erc20ApprovalSponsoring> Change)[] ApprovalCases =
    [
        (null, info => info),
        ("invalid_erc20_approval_extension_format", info => info with { Amount = "-1" }),
        ("erc20_approval_from_mismatch", info => info with { From = Token.ToString() }),
        ("erc20_approval_asset_mismatch", info => info with { Asset = Deployments.UsdcBase.ToString() }),
        ("erc20_approval_spender_not_permit2", info => info with { Spender = Deployments.UptoProxy.ToString() }),
        ("erc20_approval_tx_parse_failed", info => info with { SignedTransaction = "0x02c0" }),
        ("erc20_approval_tx_wrong_target", info => info with { SignedTransaction = Sign(t => t with { To = Deployments.UsdcBase }) }),
        ("erc20_approval_tx_wrong_selector", info => info with { SignedTransaction = Sign(t => t with { Data = new TransferCall(Token, Deployments.Permit2, 1UL).Encode() }) }),
        ("erc20_approval_tx_invalid_calldata", info => info with { SignedTransaction = Sign(t => t with { Data = t.Data[..40] }) }),
        ("erc20_approval_tx_wrong_spender", info => info with { SignedTransaction = Sign(t => t with { Data = new ApproveCall(Token, Token, 1UL).Encode() }) }),
        ("erc20_approval_tx_signer_mismatch", info => info with { SignedTransaction = Sign(t => t, Stranger) }),
    ];

    [Fact]
    public void A_sponsored_permit_is_refused_by_name()
    {
        foreach ((string? error, Func<Eip2612Sponsoring, Eip2612Sponsoring> change) in PermitCases)
        {
            Assert.Equal(error, WithPermit(change).Verify().Error?.Name);
        }
    }

    [Fact]
    public void A_sponsored_approval_is_refused_by_name()
    {
        foreach ((string? error, Func<Erc20ApprovalSponsoring, Erc20ApprovalSponsoring> change) in ApprovalCases)
        {
            Assert.Equal(error, WithApproval(change).Verify().Error?.Name);
        }
    }

    [Fact]
    public void With_a_sponsored_approval_only_proxy_and_balance_are_looked_at_unless_bundles_can_be_simulated()
    {
        PaymentScenario scenario = WithApproval(info => info);
        scenario.Chain = scenario.Chain with
        {
            Simulation = SimulationResult.Reverted("TRANSFER_FROM_FAILED"),
            AllowanceToPermit2 = UInt256.Zero,
        };
        Assert.Null(scenario.Verify().Error);

        scenario.Context = scenario.Context with { SimulatesBundles = true };
        Assert.Equal(PaymentError.Permit2AllowanceRequired, scenario.Verify().Error);

        scenario.Context = scenario.Context with { SimulatesBundles = false };
        scenario.Chain = scenario.Chain with { Balance = UInt256.Zero };
        Assert.Equal(PaymentError.Permit2InsufficientBalance, scenario.Verify().Error);

        scenario.Chain = scenario.Chain with { Balance = null };
        Assert.Null(scenario.Verify().Error);

        scenario.Chain = scenario.Chain with { ProxyIsDeployed = false };
        Assert.Equal(PaymentError.Permit2ProxyNotDeployed, scenario.Verify().Error);
    }

    [Fact]
    public void A_facilitator_that_does_not_sponsor_approvals_simulates_the_bare_settlement()
    {
        PaymentScenario scenario = WithApproval(info => info);
        scenario.Context = scenario.Context with { SponsorsApprovals = false };
        scenario.Chain = scenario.Chain with
        {
            Simulation = SimulationResult.Reverted("TRANSFER_FROM_FAILED"),
            AllowanceToPermit2 = UInt256.Zero,
        };

        Assert.Equal(PaymentError.Permit2AllowanceRequired, scenario.Verify().Error);
    }

    [Fact]
    public void An_extension_with_an_empty_member_counts_as_absent()
    {
        PaymentScenario scenario = WithPermit(info => info with { Nonce = string.Empty, From = "nonsense" });

        Assert.Null(Eip2612Sponsoring.Find(scenario.Payment()));
        Assert.Null(scenario.Verify().Error);
    }

    internal static PaymentScenario WithPermit(Func<Eip2612Sponsoring, Eip2612Sponsoring> change)
    {
        TokenPermit permit = new(
            Payments.Payer, Deployments.Permit2, Payments.UptoAuthorization.Amount, UInt256.Zero, Payments.Now + 300);
        EthereumSignature signature = Secp256k1.Sign(permit.Digest(Deployments.OpgTokenDomain), Payments.PayerKey);
        return new PaymentScenario
        {
            Extensions = change(Eip2612Sponsoring.From2612(Token, permit, signature)).ToExtensions(),
        };
    }

    internal static PaymentScenario WithApproval(Func<Erc20ApprovalSponsoring, Erc20ApprovalSponsoring> change) => new()
    {
        Extensions = change(Erc20ApprovalSponsoring.Approve(
            Deployments.BaseChainId,
            Token,
            Payments.PayerKey,
            0,
            Erc20ApprovalSponsoring.FallbackMaxFeePerGas,
            Erc20ApprovalSponsoring.FallbackPriorityFeePerGas)).ToExtensions(),
    };

    private static string Sign(Func<Eip1559Transaction, Eip1559Transaction> change, PrivateKey? key = null)
    {
        Eip1559Transaction approval = new(
            Deployments.BaseChainId,
            0,
            1UL,
            2UL,
            70_000,
            Token,
            UInt256.Zero,
            new ApproveCall(Token, Deployments.Permit2, UInt256.MaxValue).Encode(),
            []);
        return Hex.Encode(change(approval).Sign(key ?? Payments.PayerKey).Encode());
    }
}
