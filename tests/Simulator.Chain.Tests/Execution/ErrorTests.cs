using Simulator.Chain.Access;
using Simulator.Chain.Channels;
using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Proxies;
using Simulator.Chain.Registry;
using Simulator.Chain.Relay;
using Simulator.Chain.Token;
using Simulator.Chain.Verification;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Settlement;

namespace Simulator.Chain.Tests.Execution;

/// <summary>Selectors and topics of protocol facts, appendix A.</summary>
public sealed class ErrorTests
{
    public static TheoryData<ContractError, uint> Selectors => new()
    {
        { ProxyErrors.InvalidDestination, 0xac6b05f5 },
        { ProxyErrors.PaymentTooEarly, 0xa65539fa },
        { ProxyErrors.InvalidOwner, 0x49e27cff },
        { ProxyErrors.InvalidAmount, 0x2c5211c6 },
        { Permit2Errors.InvalidAmount, 0x3728b83d },
        { ProxyErrors.Permit2612AmountMismatch, 0x050cda49 },
        { ProxyErrors.UnauthorizedFacilitator, 0x0f6fae87 },
        { ProxyErrors.AmountExceedsPermitted, 0xfe64b4c7 },
        { Permit2Errors.SignatureExpired, 0xcd21db4f },
        { Permit2Errors.InvalidNonce, 0x756688fe },
        { Permit2Errors.InvalidSignature, 0x8baa579f },
        { Permit2Errors.InvalidSigner, 0x815e1d64 },
        { Permit2Errors.InvalidSignatureLength, 0x4be6321b },
        { Permit2Errors.InvalidContractSignature, 0xb0669cbc },
        { RegistryErrors.TeeTypeExists, 0x095faf73 },
        { RegistryErrors.InvalidTeeType, 0x5d672da7 },
        { RegistryErrors.PcrNotApproved, 0x6c2ebf80 },
        { RegistryErrors.TeeAlreadyExists, 0x1346e439 },
        { RegistryErrors.TeeNotFound, 0xf6523b65 },
        { RegistryErrors.TeeNotEnabled, 0xa2e39240 },
        { RegistryErrors.NotTeeOwner, 0x98b31e6f },
        { RegistryErrors.AttestationInvalid, 0x06d1f25a },
        { RegistryErrors.HeartbeatSignatureInvalid, 0x45576abb },
        { RegistryErrors.HeartbeatTimestampTooOld, 0x39f8a706 },
        { RegistryErrors.HeartbeatTimestampInFuture, 0x0c57bc2c },
        { VerifierErrors.InvalidRegistryAddress, 0x7bfd2e83 },
        { AccessErrors.UnauthorizedAccount, 0xe2517d3f },
        { AccessErrors.BadConfirmation, 0x6697b232 },
        { SolidityErrors.Error, 0x08c379a0 },
        { SolidityErrors.Panic, 0x4e487b71 },
    };

    [Theory]
    [MemberData(nameof(Selectors))]
    public void An_error_has_its_published_selector(ContractError error, uint selector) =>
        Assert.Equal(selector, error.Selector);

    public static TheoryData<Selector, uint> Functions => new()
    {
        { PermitTransferFromCall.Function, 0x30f28b7a },
        { RegisterTeeCall.Function, 0x15c9bdb4 },
        { HeartbeatCall.Function, 0x42830ad8 },
        { DisableTeeCall.Function, 0x17883717 },
        { EnableTeeCall.Function, 0x005ae7cf },
        { ApprovePcrCall.Function, 0x4c4c8e8b },
        { RevokePcrCall.Function, 0xa041ff51 },
        { SetAwsRootCertificateCall.Function, 0x43ed3274 },
        { AddTeeTypeCall.Function, 0xcbdfc4e0 },
        { SetHeartbeatMaxAgeCall.Function, 0x5c1090b2 },
        { SetRegistryCall.Function, 0xa91ee0dc },
        { BatchSettleCall.Function, 0x1b243ae6 },
        { SettleIndividualCall.Function, 0x90480ad1 },
        { DepositCall.Function, 0x140f1e75 },
        { ClaimCall.Function, 0x29237b0c },
        { ClaimWithSignatureCall.Function, 0xe43ce1f2 },
        { SettleChannelsCall.Function, 0x9db32a8f },
        { InitiateWithdrawCall.Function, 0xcf5cf3dc },
        { FinalizeWithdrawCall.Function, 0xe88377b1 },
        { RefundCall.Function, 0xdce4bfae },
        { RefundWithSignatureCall.Function, 0xb77433e9 },
        { CollectCall.Function, 0xe416d8d3 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_its_published_selector(Selector function, uint selector) =>
        Assert.Equal(selector, function.Value);

    public static TheoryData<ContractEvent, string> Topics => new()
    {
        { new Settled(), "97088ec3606cfe8cc112180570d03fcde05f9b8e1bfef8e27784eaf5dd5691b6" },
        { new SettledWithPermit(), "de5b89d10fc800c459329c382fabfcad0be0ed7e5328e01fae04e507b09ef5d8" },
        {
            new Eip2612PermitFailedWithReason(default, default, ""),
            "0fea7e5a0e14e9f700b9b0666ffd524bacb9ceb9e6234ea2bfb8e1d0ee2365e7"
        },
        {
            new Eip2612PermitFailedWithPanic(default, default, default),
            "278207c426558a8c6ef49e9a3c6f87d257ca5c1852f0c988ad5caf894d197623"
        },
        {
            new Eip2612PermitFailedWithData(default, default, []),
            "41d715076dfd9c1fd3135fbb7675020aab7fb8e82349a0cd5aaa970dcfb816fe"
        },
        {
            new UnorderedNonceInvalidation(default, default, default),
            "3704902f963766a4e561bbaab6e6cdc1b1dd12f6e9e99648da8843b3f46b918d"
        },
        {
            new Transferred(default, default, default),
            "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
        },
        { new Approved(default, default, default), "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925" },
        { new AuthorizationUsed(default, default), "98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5" },
        { new TeeTypeAdded(0, ""), "ed0161664cf318441e585cccad9fa9fc770298b648a49635dda84ac6f0adc908" },
        { new PcrApproved(default, 0, ""), "98c6d69cba0181c4e436357d22ac56e02ec472c03f04df0fbf89d1bb614af2fe" },
        { new PcrRevoked(default, 0), "d5a6741f8bbaee4cc3ea05953ea04c6a1863ce4c66a52da653dd0a315f84c2fb" },
        { new TeeRegistered(default, default, 0), "97d0af70a4d2c616e9c1093d5f57c8b31b3a7d824f1d335e5d5416402ec14931" },
        { new TeeDisabled(default), "01c235337ed5406ee8cebb3f299d60f237a2837430f8a14fbc81f94ce50236b6" },
        { new TeeEnabled(default), "cfe7e61b35fbf35c6b0d5c7ebe6feb619ab832dc476c4a02dbdc041fb92b5ca6" },
        { new AwsCertificateUpdated(default), "378c4547bd8b346276ae1db9e298d984a43bd8788ad795e7a141ba069045f4cb" },
        { new HeartbeatReceived(default, default), "3cf0bf7708060bf073b6ddb921eef0485b3eb9da828e0ed751fa6582ef337f57" },
        {
            new BatchSettlement(default, default, []),
            "c2aff8d8a10a4543baabf39bd9ff45e7fc3881d19098df350a3b7f339e911127"
        },
        {
            new IndividualSettlement(new SettlementRow(default, default, default, [], default), default, []),
            "74e71a1981c03bd0c36f3b1227f3ee2a34dca5d6fef25c4b2787e033ab60b782"
        },
        { new RegistryUpdated(default, default), "482b97c53e48ffa324a976e2738053e9aff6eee04d8aac63b10e19411d869b82" },
        {
            new RoleGranted(default, default, default),
            "2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d"
        },
        {
            new RoleRevoked(default, default, default),
            "f6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b"
        },
    };

    [Theory]
    [MemberData(nameof(Topics))]
    public void An_event_has_its_published_topic(ContractEvent happened, string topic) =>
        Assert.Equal(topic, happened.Topic.ToBareString());

    [Fact]
    public void Revert_data_is_selector_and_encoded_arguments()
    {
        Assert.Equal(
            "0xcd21db4f0000000000000000000000000000000000000000000000000000000000000007",
            Hex(new Revert(Permit2Errors.SignatureExpired, 7UL)));
        Assert.Equal(
            "0x08c379a0" + new string('0', 62) + "20" + new string('0', 63) + "3" + "616263" + new string('0', 58),
            Hex(new Revert(SolidityErrors.Error, Text: "abc")));
        Assert.Equal("0x", Hex(new Revert(SolidityErrors.NoData)));
    }

    private static string Hex(Revert revert) => Protocol.Hex.Encode(revert.Encode());
}
