"""Checks an Open Badges 3.0 credential with none of the code that signs it: PyLD for canonical RDF, `cryptography` for
the signatures. Reads {contexts, did, credential, jwt, list} as JSON from standard input; writes what it found.
By the texts of W3C Data Integrity EdDSA Cryptosuites 1.0 (3.2) and RFC 7515."""

import base64
import gzip
import hashlib
import json
import sys

import base58
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from pyld import jsonld


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def loader(contexts):
    def load(url, _options=None):
        if url not in contexts:
            raise ValueError("not a known context: " + url)
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    return load


def method_of(did, identifier):
    assert identifier in did["assertionMethod"], "the issuer does not let this key make statements"
    return next(one for one in did["verificationMethod"] if one["id"] == identifier)


def canonical_hash(document, load):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def check_proof(document, contexts, did):
    """True when the one proof of the document fits it."""
    load = loader(contexts)
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    proof = document["proof"][0] if isinstance(document["proof"], list) else document["proof"]
    assert proof["cryptosuite"] == "eddsa-rdfc-2022" and proof["proofPurpose"] == "assertionMethod"
    options = {key: value for key, value in proof.items() if key != "proofValue"}
    options["@context"] = document["@context"]
    signed = canonical_hash(options, load) + canonical_hash(unsigned, load)
    issuer = document["issuer"] if isinstance(document["issuer"], str) else document["issuer"]["id"]
    name = proof["verificationMethod"]
    assert name.split("#")[0] == issuer, "a key of somebody else"
    if issuer.startswith("did:key:"):
        multibase = issuer[len("did:key:"):]
        assert "did:key:" + multibase in did["alsoKnownAs"]
    else:
        multibase = method_of(did, name)["publicKeyMultibase"]
    raw = base58.b58decode(multibase[1:])
    assert raw[:2] == b"\xed\x01"
    try:
        key = ed25519.Ed25519PublicKey.from_public_bytes(raw[2:])
        key.verify(base58.b58decode(proof["proofValue"][1:]), signed)
        return True
    except InvalidSignature:
        return False


def check_jwt(jwt, did):
    head, payload, signature = jwt.split(".")
    header = json.loads(unb64(head))
    assert header["alg"] == "ES256"
    multibase = header["kid"].split("#")[1]
    method = next(one for one in did["verificationMethod"] if one["id"].endswith("#" + multibase))
    x, y = (int.from_bytes(unb64(method["publicKeyJwk"][axis]), "big") for axis in "xy")
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    raw = unb64(signature)
    der = utils.encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    try:
        key.verify(der, (head + "." + payload).encode(), ec.ECDSA(hashes.SHA256()))
        return True
    except InvalidSignature:
        return False


def is_revoked(credential, status_list):
    entry = credential["credentialStatus"]
    subject = status_list["credentialSubject"]
    assert entry["statusPurpose"] == subject["statusPurpose"] == "revocation"
    bits = gzip.decompress(unb64(subject["encodedList"][1:]))
    index = int(entry["statusListIndex"])
    return bool(bits[index >> 3] >> (7 - (index & 7)) & 1)


def main():
    given = json.load(sys.stdin)
    contexts, did, credential = given["contexts"], given["did"], given["credential"]
    tampered = json.loads(json.dumps(credential))
    tampered["credentialSubject"]["achievement"]["name"] += "!"
    head, payload, signature = given["jwt"].split(".")
    changed = json.loads(unb64(payload))
    changed["name"] = "x"
    forged = base64.urlsafe_b64encode(json.dumps(changed).encode()).rstrip(b"=").decode()
    print(
        json.dumps(
            {
                "proof": check_proof(credential, contexts, did),
                "tampered proof": check_proof(tampered, contexts, did),
                "jwt": check_jwt(given["jwt"], did),
                "tampered jwt": check_jwt(".".join([head, forged, signature]), did),
                "list": check_proof(given["list"], contexts, did),
                "revoked": is_revoked(credential, given["list"]),
            }
        )
    )


main()
