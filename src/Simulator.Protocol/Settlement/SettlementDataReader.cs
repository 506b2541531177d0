using System.Globalization;
using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>Reads a data header member by member, in the facilitator's order; the first refusal stays.</summary>
internal sealed class SettlementDataReader
{
    private const double SafeIntegerMax = 9007199254740991;

    public SettlementDataRefusal? Refusal { get; private set; }

    public SettlementData? Read(SettlementType type, string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return Refuse(SettlementDataError.DataMissing);
        }

        if (header.Length > SettlementData.HeaderLengthMax)
        {
            return Refuse(SettlementDataError.DataTooLarge);
        }

        byte[] json = WithoutInvalidUtf8(LenientBase64.Decode(header));
        using JsonDocument? document = StrictJson.Parse(json, JavaScriptJson.DepthMax, allowDuplicates: true);
        if (document is null)
        {
            return Refuse(SettlementDataError.NotBase64Json);
        }

        // An array is an object to the facilitator, one without any of the members.
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => Read(type, document.RootElement),
            JsonValueKind.Array => Refuse(SettlementDataError.FieldMissing, "tee_id"),
            _ => Refuse(SettlementDataError.NotAnObject),
        };
    }

    /// <summary>64 digits behind an optional lower-case 0x.</summary>
    public static bool TryBytes32(string text, out Hash32 hash)
    {
        hash = default;
        return text.Length is 64 or 66 && Hash32.TryParse(text, out hash);
    }

    private SettlementData? Read(SettlementType type, JsonElement root)
    {
        string teeIdText = RequiredText(root, "tee_id");
        Hash32 teeId = default;
        if (Refusal is null && !TryBytes32(teeIdText, out teeId))
        {
            Refuse(SettlementDataError.Bytes32Malformed, "teeId");
        }

        SettlementData batch = new(
            teeId,
            RequiredText(root, "input_hash"),
            RequiredText(root, "output_hash"),
            RequiredText(root, "tee_signature"),
            RequiredUint(root, "tee_timestamp"),
            Individual: null);
        return type == SettlementType.Individual ? ReadIndividual(root, batch) : batch;
    }

    private SettlementData? ReadIndividual(JsonElement root, SettlementData batch)
    {
        UInt256 timestamp = RequiredUint(root, "timestamp");
        Address address = RequiredAddress(root, "eth_address");
        string input = RequiredJson(root, "input");
        string output = RequiredJson(root, "output");
        return batch with { Timestamp = timestamp, Individual = new(input, output, address) };
    }

    private string RequiredText(JsonElement root, string name)
    {
        string? text = root.TryGetProperty(name, out JsonElement value) ? StrictJson.Text(value) : null;
        if (string.IsNullOrEmpty(text))
        {
            Refuse(SettlementDataError.FieldMissing, name);
        }

        return text ?? "";
    }

    private string RequiredJson(JsonElement root, string name)
    {
        string? json = root.TryGetProperty(name, out JsonElement value) ? JavaScriptJson.Stringify(value) : null;
        if (json is null)
        {
            Refuse(SettlementDataError.FieldMissing, name);
        }

        return json ?? "null";
    }

    private Address RequiredAddress(JsonElement root, string name)
    {
        string text = RequiredText(root, name);
        bool isValid = Address.TryParse(text, out Address address) && IsChecksumRespected(text, address);
        if (!isValid)
        {
            Refuse(SettlementDataError.AddressMalformed, name);
        }

        return address;
    }

    /// <summary>All lower case carries no checksum; anything else must be the checksummed form.</summary>
    private static bool IsChecksumRespected(string text, Address address) =>
        !text.Any(char.IsAsciiLetterUpper) || text == address.ToString();

    private UInt256 RequiredUint(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
        {
            Refuse(SettlementDataError.FieldMissing, name);
            return default;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number => FromNumber(value.GetRawText(), name),
            JsonValueKind.String => FromText(StrictJson.Text(value) ?? "?", name),
            _ => RefusedUint(SettlementDataError.UintWrongType, name),
        };
    }

    private UInt256 FromNumber(string literal, string name)
    {
        double number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        bool isSafe = number is >= 0 and <= SafeIntegerMax && number == Math.Floor(number);
        return isSafe ? new UInt256(0, (UInt128)number) : RefusedUint(SettlementDataError.UintNotWhole, name);
    }

    private UInt256 FromText(string text, string name)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return RefusedUint(SettlementDataError.UintEmpty, name);
        }

        return UInt256.TryParse(trimmed, out UInt256 value)
            ? value
            : RefusedUint(SettlementDataError.UintMalformed, name);
    }

    private UInt256 RefusedUint(SettlementDataError error, string name)
    {
        Refuse(error, name);
        return default;
    }

    private SettlementData? Refuse(SettlementDataError error, string field = "")
    {
        Refusal ??= new(error, field);
        return null;
    }

    /// <summary>Invalid UTF-8 becomes the replacement character, as when JavaScript makes a string of bytes.</summary>
    private static byte[] WithoutInvalidUtf8(byte[] bytes) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes));
}
