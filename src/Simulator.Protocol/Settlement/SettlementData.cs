using System.Diagnostics.CodeAnalysis;
using System.Text;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>What a gateway reports to the facilitator about one answer: the header <c>x-settlement-data</c>.</summary>
/// <remarks>
/// Hashes and signature are text here because the facilitator looks into them only when it builds the tree. A batch
/// item whose hash is malformed is accepted, and then fails every flush it is part of.
/// </remarks>
/// <param name="TeeId">The enclave that is said to have answered.</param>
/// <param name="InputHash">Hexadecimal text, with or without 0x.</param>
/// <param name="OutputHash">Hexadecimal text, with or without 0x.</param>
/// <param name="TeeSignature">Base64 text; the placeholder <c>0x</c> where the answer carried none.</param>
/// <param name="Timestamp">Unix seconds; in the individual form from the member <c>timestamp</c>.</param>
/// <param name="Individual">Request, answer and address of the individual form; null in a batch.</param>
public sealed record SettlementData(
    Hash32 TeeId,
    string InputHash,
    string OutputHash,
    string TeeSignature,
    UInt256 Timestamp,
    IndividualSettlementData? Individual)
{
    /// <summary>The largest header read here: the request limit in Base64, twice over for request and answer.</summary>
    public const int HeaderLengthMax = 2 * 1024 * 1024;

    /// <summary>What a gateway puts for a missing signature.</summary>
    public const string PlaceholderSignature = "0x";

    /// <summary>What a gateway puts for a missing enclave id.</summary>
    public static readonly Hash32 PlaceholderTeeId =
        Hash32.Parse("0xddc21f2d5d0af861b4fc1390df47f1c93bc5aee54e7e31763e97256d56148253");

    /// <summary>Reads the data header for a type other than private.</summary>
    public static bool TryParse(
        SettlementType type,
        string? header,
        [NotNullWhen(true)] out SettlementData? data,
        [NotNullWhen(false)] out SettlementDataRefusal? refusal)
    {
        SettlementDataReader reader = new();
        data = reader.Read(type, header);
        refusal = reader.Refusal;
        return refusal is null && data is not null;
    }

    /// <summary>The leaf's row; the facilitator's checks of the text forms happen here.</summary>
    public bool TryRow(
        [NotNullWhen(true)] out SettlementRow? row,
        [NotNullWhen(false)] out SettlementDataRefusal? refusal)
    {
        row = null;
        refusal = null;
        if (!SettlementDataReader.TryBytes32(InputHash, out Hash32 inputHash))
        {
            refusal = new(SettlementDataError.Bytes32Malformed, "inputHash");
        }
        else if (!SettlementDataReader.TryBytes32(OutputHash, out Hash32 outputHash))
        {
            refusal = new(SettlementDataError.Bytes32Malformed, "outputHash");
        }
        else
        {
            refusal = SignatureRefusal(TeeSignature);
            byte[] signature = LenientBase64.Decode(TeeSignature);
            row = refusal is null ? new(TeeId, inputHash, outputHash, signature, Timestamp) : null;
        }

        return row is not null;
    }

    /// <summary>Base64 of compact JSON, members in the gateway's order.</summary>
    public string Header()
    {
        List<(string, string)> members =
        [
            ("tee_id", JavaScriptJson.Quote(TeeId.ToString())),
            ("input_hash", JavaScriptJson.Quote(InputHash)),
            ("output_hash", JavaScriptJson.Quote(OutputHash)),
            ("tee_signature", JavaScriptJson.Quote(TeeSignature)),
            ("tee_timestamp", Timestamp.ToString()),
        ];
        members.AddRange(Individual is null ? [("timestamp", Timestamp.ToString())] : IndividualMembers(Individual));
        string json = $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
    }

    private IEnumerable<(string, string)> IndividualMembers(IndividualSettlementData individual) =>
    [
        ("input", individual.InputJson),
        ("output", individual.OutputJson),
        ("timestamp", JavaScriptJson.Quote(Timestamp.ToString())),
        ("eth_address", JavaScriptJson.Quote(individual.EthAddress.ToString())),
    ];

    private static SettlementDataRefusal? SignatureRefusal(string signature)
    {
        if (string.IsNullOrWhiteSpace(signature))
        {
            return new(SettlementDataError.SignatureEmpty);
        }

        return LenientBase64.Decode(signature).Length == 0 ? new(SettlementDataError.SignatureUndecodable) : null;
    }
}
