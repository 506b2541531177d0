using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.Tests.Ethereum;

// Source: the first four bytes of keccak of the canonical signatures, computed with ethers 6.
public sealed class SelectorTests
{
    public static TheoryData<string, string> Functions => new()
    {
        { "0x13cd3b53", ExactSettleCall.Function.ToString() },
        { "0xfa340378", ExactSettleCall.FunctionWithPermit.ToString() },
        { "0xff11e7b4", UptoSettleCall.Function.ToString() },
        { "0x016c1748", UptoSettleCall.FunctionWithPermit.ToString() },
        { "0x137c29fe", PermitWitnessTransferFromCall.Function.ToString() },
        { "0x4fe02b44", NonceBitmapCall.Function.ToString() },
        { "0x3ff9dcb1", InvalidateUnorderedNoncesCall.Function.ToString() },
        { "0x6afdd850", ProxyPermit2Call.Function.ToString() },
        { "0x095ea7b3", ApproveCall.Function.ToString() },
        { "0xdd62ed3e", AllowanceCall.Function.ToString() },
        { "0x70a08231", BalanceOfCall.Function.ToString() },
        { "0xa9059cbb", TransferCall.Function.ToString() },
        { "0x23b872dd", TransferFromCall.Function.ToString() },
        { "0xd505accf", PermitCall.Function.ToString() },
        { "0x7ecebe00", PermitNoncesCall.Function.ToString() },
        { "0xe3ee160e", TransferWithAuthorizationCall.SplitFunction.ToString() },
        { "0xcf092995", TransferWithAuthorizationCall.BytesFunction.ToString() },
        { "0x88b7ab63", ReceiveWithAuthorizationCall.Function.ToString() },
        { "0xe94a0102", AuthorizationStateCall.Function.ToString() },
    };

    public static TheoryData<string, string> Errors => new()
    {
        { "0x59106c89", "InvalidPermit2Address()" },
        { "0xac6b05f5", "InvalidDestination()" },
        { "0xa65539fa", "PaymentTooEarly()" },
        { "0x49e27cff", "InvalidOwner()" },
        { "0x2c5211c6", "InvalidAmount()" },
        { "0x3728b83d", "InvalidAmount(uint256)" },
        { "0x050cda49", "Permit2612AmountMismatch()" },
        { "0x0f6fae87", "UnauthorizedFacilitator()" },
        { "0xfe64b4c7", "AmountExceedsPermitted()" },
        { "0xcd21db4f", "SignatureExpired(uint256)" },
        { "0x756688fe", "InvalidNonce()" },
        { "0x8baa579f", "InvalidSignature()" },
        { "0x815e1d64", "InvalidSigner()" },
        { "0x4be6321b", "InvalidSignatureLength()" },
        { "0xb0669cbc", "InvalidContractSignature()" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_typed_call_has_the_published_selector(string expected, string selector) =>
        Assert.Equal(expected, selector);

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_has_the_published_selector(string expected, string signature) =>
        Assert.Equal(expected, Selector.Of(signature).ToString());
}
