using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>What a node commits to of one answer.</summary>
/// <param name="Answer">Keccak-256 of the answer's name: request and node.</param>
/// <param name="Input">Keccak-256 of the request bytes.</param>
/// <param name="Output">Keccak-256 of the output string.</param>
/// <param name="Model">SHA-256 of the model file that is said to have run.</param>
public sealed record AnswerRow(Hash32 Answer, Hash32 Input, Hash32 Output, Hash32 Model)
{
    internal const int Words = 4;

    internal static AnswerRow Read(ref AbiReader reader) =>
        new(reader.Word(), reader.Word(), reader.Word(), reader.Word());

    internal AbiWriter ToAbi() => new AbiWriter().Word(Answer).Word(Input).Word(Output).Word(Model);
}

/// <summary>What a verifier says that an answer should have been.</summary>
/// <param name="Answer">The committed answer.</param>
/// <param name="Output">Keccak-256 of the output string that the verifier's own execution gave.</param>
/// <param name="Question">The request bytes, so that everybody can execute them.</param>
public sealed record AnswerChallenge(Hash32 Answer, Hash32 Output, byte[] Question);

/// <summary>A full node's word in a dispute.</summary>
/// <param name="Answer">The disputed answer.</param>
/// <param name="Upheld">True when the answer is wrong as the challenger says.</param>
public readonly record struct AnswerRuling(Hash32 Answer, bool Upheld);
