using Simulator.Primitives;

namespace Simulator.Protocol.Settlement;

/// <summary>What is wrong with the settlement headers of a request to the facilitator. Zero is not a verdict.</summary>
public enum SettlementDataError
{
    Unset = 0,

    /// <summary>The type is none of the known spellings.</summary>
    UnsupportedType,

    /// <summary>No data header although the type needs one.</summary>
    DataMissing,

    /// <summary>Longer than <see cref="SettlementData.HeaderLengthMax"/>; a limit of this implementation.</summary>
    DataTooLarge,

    /// <summary>The data header is not Base64 of JSON.</summary>
    NotBase64Json,

    /// <summary>The JSON is not an object.</summary>
    NotAnObject,

    /// <summary>A member is missing, or is not a non-empty string where one is required.</summary>
    FieldMissing,

    /// <summary>A number is negative, fractional or beyond 2⁵³−1.</summary>
    UintNotWhole,

    /// <summary>A uint256 member is neither a string nor a number.</summary>
    UintWrongType,

    /// <summary>A uint256 string is blank.</summary>
    UintEmpty,

    /// <summary>A uint256 string is neither decimal nor 0x and hexadecimal digits, or is beyond 2²⁵⁶−1.</summary>
    UintMalformed,

    /// <summary>Not 64 hexadecimal digits, with or without 0x.</summary>
    Bytes32Malformed,

    /// <summary>Not an address, or one whose mixed case is not its EIP-55 checksum.</summary>
    AddressMalformed,

    /// <summary>The signature is blank.</summary>
    SignatureEmpty,

    /// <summary>The signature has no Base64 character.</summary>
    SignatureUndecodable,
}

/// <summary>A refusal of settlement headers, with the facilitator's own words.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="Field">The member or header value that is refused; empty where there is none.</param>
public sealed record SettlementDataRefusal(SettlementDataError Error, string Field = "")
{
    /// <summary>The facilitator's message.</summary>
    public string Message => Error switch
    {
        SettlementDataError.Unset => throw Invariant.Unreachable(Error),
        SettlementDataError.UnsupportedType => $"Unsupported x-settlement-type: {Field}",
        SettlementDataError.DataMissing => "Missing x-settlement-data header for settlement type",
        SettlementDataError.DataTooLarge => "x-settlement-data is too large",
        SettlementDataError.NotBase64Json => "x-settlement-data must be base64 encoded JSON",
        SettlementDataError.NotAnObject => "x-settlement-data must decode to a JSON object",
        SettlementDataError.FieldMissing => $"Missing required settlement field. Expected one of: {Field}",
        SettlementDataError.UintNotWhole => $"Invalid uint256 field. Expected non-negative integer for: {Field}",
        SettlementDataError.UintWrongType => $"Invalid uint256 field. Expected string or number for: {Field}",
        SettlementDataError.UintEmpty => $"Invalid uint256 field. Empty value for: {Field}",
        SettlementDataError.UintMalformed => $"Invalid uint256 value for: {Field}",
        SettlementDataError.Bytes32Malformed => $"Invalid {Field}: expected bytes32 hex value",
        SettlementDataError.AddressMalformed => $"Invalid EVM address for: {Field}",
        SettlementDataError.SignatureEmpty => "Invalid teeSignature: empty base64 value",
        SettlementDataError.SignatureUndecodable => "Invalid teeSignature: failed to decode base64",
    };

    /// <summary>
    /// 400 where the message speaks of settlement, otherwise 500: that is how the facilitator tells them apart.
    /// </summary>
    public int HttpStatus => Message.Contains("settlement", StringComparison.OrdinalIgnoreCase) ? 400 : 500;
}
